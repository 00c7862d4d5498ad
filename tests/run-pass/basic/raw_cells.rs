//@ variants: all
// Values in cells of their own, of a type that has parts with raw pointers.

#[derive(Clone, Copy)]
struct Buffer {
    bytes: [u8; 4],
    len: usize,
}

impl Buffer {
    fn new(first: u8) -> Buffer {
        Buffer {
            bytes: [first; 4],
            len: 0,
        }
    }

    fn text(&mut self, second: u8) -> &str {
        self.bytes[1] = second;
        self.len = 2;
        std::str::from_utf8(&self.bytes[..self.len]).unwrap()
    }
}

fn show(second: u8) -> usize {
    let mut buffer = Buffer::new(b'a');
    let text = buffer.text(second);
    println!("{text}");
    text.len()
}

fn again() {
    let mut buffer;
    for i in 0..3 {
        buffer = Buffer::new(b'x' + i);
        let bytes = &raw mut buffer.bytes;
        println!("{}", buffer.text(b'-'));
        buffer = Buffer::new(b'd');
        unsafe { (*bytes)[3] = b'e' };
        println!("{:?} {}", buffer.bytes, unsafe { (*bytes)[0] });
    }
}

fn main() {
    let mut array = [b'k'; 4];
    let pointer = &raw mut array;
    unsafe { (*pointer)[0] = b'b' };
    println!("{}", show(array[0]) + show(array[1]));
    again();
}
