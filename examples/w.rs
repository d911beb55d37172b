use bluf::page::*;
fn main(){ let t=std::time::Instant::now(); let w=bluf::library::World::embedded(); println!("{:?}", t.elapsed());
 let a=std::env::args().nth(1).unwrap(); let place: Place=a.parse().unwrap();
 let t=std::time::Instant::now(); let doc=page(&w,&place).unwrap(); let e1=t.elapsed();
 let wd: usize = std::env::args().nth(2).unwrap().parse().unwrap();
 let rows=flow(&doc,wd,flow::Density::Roomy); println!("{:?} {:?}", e1, t.elapsed());
 if wd==0 { bluf::export::text::write(&mut std::io::stdout(), &doc, &a, Some("TLP:CLEAR"), None).unwrap(); return }
 for r in rows { println!("{:>3} {}", r.stop.map_or(String::new(), |s| s.to_string()), r.plain()); } }
