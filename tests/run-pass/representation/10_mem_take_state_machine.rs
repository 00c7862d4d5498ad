//@ edition: 2021
//@ variants: all
// exercises: mem::take / mem::replace on enum self, moving payload out and re-inserting
// wrc: slot type; inout self; take = old slot value to temp, slot := default variant
#[derive(Debug, Default)]
enum St { #[default] Idle, Run { buf: Vec<u8>, n: usize }, Fin(String) }
impl St {
    fn next(&mut self, b: u8) {
        *self = match std::mem::take(self) {
            St::Idle => St::Run { buf: vec![b], n: 1 },
            St::Run { mut buf, n } if n < 3 => { buf.push(b); St::Run { buf, n: n + 1 } }
            St::Run { buf, .. } => St::Fin(String::from_utf8(buf).unwrap()),
            f @ St::Fin(_) => f,
        };
    }
}
fn main() {
    let mut s = St::default();
    for b in b'a'..b'g' { s.next(b); println!("{s:?}"); }
    let old = std::mem::replace(&mut s, St::Idle);
    println!("{old:?} {s:?}");
}
