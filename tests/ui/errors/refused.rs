use std::net::TcpStream;
use std::process::Command;
use std::{fs, thread};

fn main() {
    let handle = thread::spawn(|| 1); //~ ERROR[WRC1006]
    handle.join().unwrap();
    fs::File::open("a").unwrap(); //~ ERROR[WRC1006]
    TcpStream::connect("127.0.0.1:80").unwrap(); //~ ERROR[WRC1006]
    Command::new("ls").arg("-l").output().unwrap(); //~ ERROR[WRC1006]
    let _ = std::slice::from_mut::<i32>; //~ ERROR[WRC1006]
    let _ = Some(1).as_mut_slice(); //~ ERROR[WRC1006]
}
