//@ edition: 2021
//@ variants: all
// exercises: UTF-8 strings: chars, char_indices, byte slicing, push/insert/remove, rev, case, bytes, split, trim, replace, format width
// wrc: String = Vec<u8> {i8 array,len}; &str triple; char = i32
fn main() {
    let mut s = String::from("añb→c");
    s.push('😀'); s.insert(1, 'Z'); s.insert_str(0, ">>");
    println!("{s} {} {}", s.len(), s.chars().count());
    println!("{:?}", s.char_indices().filter(|(_, c)| !c.is_ascii()).collect::<Vec<_>>());
    println!("{:?} {:?} {}", s.remove(3), s.pop(), s.chars().rev().collect::<String>());
    println!("{} {} {}", &s[2..5], s.is_char_boundary(4), s.to_uppercase());
    let t: Vec<&str> = " x  yy z ".split_whitespace().collect();
    println!("{t:?} {:?} {:?}", "k=v=w".split_once('='), "a--b-".split('-').collect::<Vec<_>>());
    println!("{:>6}|{:<6}|{:^6}|{:06.2}|{:+}|{:#x}|{:08b}", "é", "ab", "mid", 3.14159, 5, 255, 37u8);
    println!("{:?} {:?}", "tab\t\"q\" \u{1F}", 'é');
    println!("{} {:?} {:?}", "abcabc".replace("bc", "_"), "abc".find('c'), "abc".cmp("abd"));
    println!("{:?} {:?}", std::str::from_utf8(&[0xff, 0x41]).is_err(), String::from_utf8_lossy(&[0x41, 0xff]));
    println!("{:?}", "ab".bytes().zip("xyz".bytes()).map(|(a, b)| a ^ b).collect::<Vec<u8>>());
}
