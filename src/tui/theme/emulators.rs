//! The sixteen colours that usual terminals come with, and their papers: what the tests of the themes look at.

use ratatui::style::Color;

/// Where each is written down, its papers, and its colours in the order of their parameters.
#[rustfmt::skip]
const PALETTES: [(&str, &[u32], [u32; 16]); 8] = [
    ("xterm, XTerm-col.ad", &[0x00_0000, 0xff_ffff],
        [0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5, 0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff]),
    ("VTE, vte.cc", &[0x00_0000, 0xff_ffff],
        [0x00_0000, 0xc0_0000, 0x00_c000, 0xc0_c000, 0x00_00c0, 0xc0_00c0, 0x00_c0c0, 0xc0_c0c0, 0x3f_3f3f, 0xff_3f3f, 0x3f_ff3f, 0xff_ff3f, 0x3f_3fff, 0xff_3fff, 0x3f_ffff, 0xff_ffff]),
    ("VTE, the palette of GNOME Terminal", &[0x1e_1e1e, 0xff_ffff],
        [0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc, 0x5e_5c64, 0xf6_6151, 0x33_d17a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff]),
    ("Konsole, Breeze.colorscheme", &[0x23_2627],
        [0x23_2627, 0xed_1515, 0x11_d116, 0xf6_7400, 0x1d_99f3, 0x9b_59b6, 0x1a_bc9c, 0xfc_fcfc, 0x7f_8c8d, 0xc0_392b, 0x1c_dc9a, 0xfd_bc4b, 0x3d_aee9, 0x8e_44ad, 0x16_a085, 0xff_ffff]),
    ("Konsole, BlackOnWhite.colorscheme and WhiteOnBlack.colorscheme", &[0x00_0000, 0xff_ffff],
        [0x00_0000, 0xb2_1818, 0x18_b218, 0xb2_6818, 0x18_18b2, 0xb2_18b2, 0x18_b2b2, 0xb2_b2b2, 0x68_6868, 0xff_5454, 0x54_ff54, 0xff_ff54, 0x54_54ff, 0xff_54ff, 0x54_ffff, 0xff_ffff]),
    ("iTerm2, ColorPresets.plist", &[0x00_0000, 0xff_ffff],
        [0x00_0000, 0xc9_1b00, 0x00_c200, 0xc7_c400, 0x02_25c7, 0xc9_30c7, 0x00_c5c7, 0xc7_c7c7, 0x67_6767, 0xff_6d67, 0x5f_f967, 0xfe_fb67, 0x68_71ff, 0xff_76ff, 0x5f_fdff, 0xff_feff]),
    ("Windows Terminal, Campbell in defaults.json", &[0x0c_0c0c, 0xff_ffff],
        [0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc, 0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2]),
    ("Linux console, vt.c", &[0x00_0000],
        [0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa, 0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff]),
];

/// Every palette on each of its papers.
pub fn palettes() -> impl Iterator<Item = (&'static str, u32, [u32; 16])> {
    PALETTES.iter().flat_map(|(name, papers, sixteen)| papers.iter().map(move |paper| (*name, *paper, *sixteen)))
}

/// The place of a colour among the sixteen.
pub fn number(colour: Color) -> usize {
    let known = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    known.into_iter().position(|known| known == colour).expect("one of the sixteen")
}
