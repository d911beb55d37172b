//! Colours as people with a colour vision deficiency see them: what the tests of the themes look through.

use super::contrast::light;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    Full,
    Protanopia,
    Deuteranopia,
    Tritanopia,
}

/// What becomes of red, green and blue light. Machado, Oliveira and Fernandes, "A Physiologically-based Model for
/// Simulation of Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), table of
/// matrices, severity 1.0.
#[rustfmt::skip]
const MATRICES: [[[f64; 3]; 3]; 4] = [
    [[1.0, 0.0, 0.0],                    [0.0, 1.0, 0.0],                   [0.0, 0.0, 1.0]],
    [[0.152_286, 1.052_583, -0.204_868], [0.114_503, 0.786_281, 0.099_216], [-0.003_882, -0.048_116, 1.051_998]],
    [[0.367_322, 0.860_646, -0.227_968], [0.280_085, 0.672_501, 0.047_413], [-0.011_820, 0.042_940, 0.968_881]],
    [[1.255_528, -0.076_749, -0.178_779], [-0.078_411, 0.930_809, 0.147_602], [0.004_733, 0.691_367, 0.303_900]],
];

/// How far apart two colours look: the distance in CIE L*a*b* (1976), where about 2 can just be noticed.
pub fn difference(one: u32, other: u32, sight: Sight) -> f64 {
    let (one, other) = (lab(seen(one, sight)), lab(seen(other, sight)));
    one.into_iter().zip(other).map(|(one, other)| (one - other).powi(2)).sum::<f64>().sqrt()
}

fn times(matrix: &[[f64; 3]; 3], vector: [f64; 3]) -> [f64; 3] {
    matrix.map(|row| row.into_iter().zip(vector).map(|(factor, value)| factor * value).sum())
}

fn seen(colour: u32, sight: Sight) -> [f64; 3] {
    times(&MATRICES[sight as usize], light(colour)).map(|value| value.clamp(0.0, 1.0))
}

/// From light to L*a*b*, by the white D65 of sRGB.
fn lab(light: [f64; 3]) -> [f64; 3] {
    const TO_XYZ: [[f64; 3]; 3] =
        [[0.412_456_4, 0.357_576_1, 0.180_437_5], [0.212_672_9, 0.715_152_2, 0.072_175_0], [0.019_333_9, 0.119_192_0, 0.950_304_1]];
    let [x, y, z] = times(&TO_XYZ, light);
    let [x, y, z] = [x / 0.950_47, y, z / 1.088_83].map(|value| {
        let (least, slope) = (216.0 / 24389.0, 24389.0 / 27.0);
        if value > least { value.cbrt() } else { (slope * value + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

#[test]
fn red_and_green_of_one_brightness_look_alike_without_their_difference() {
    let (red, green) = (0xc0_4040, 0x7a_7430);
    assert!(difference(red, green, Sight::Full) > 40.0);
    assert!(difference(red, green, Sight::Deuteranopia) < 20.0, "{}", difference(red, green, Sight::Deuteranopia));
    assert!(difference(0, 0xff_ffff, Sight::Tritanopia) > 99.0, "white and black stay");
}
