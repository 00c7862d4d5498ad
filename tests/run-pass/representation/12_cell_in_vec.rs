//@ edition: 2021
//@ variants: all
// exercises: Cell<i32> elements in a Vec mutated through shared refs, Cell::swap, slice of cells, replace/take/into_inner
// wrc: Cell<T> is an object (wasm struct with 1 mutable slot); &Cell = thin ref; Vec<Cell> = array of refs (embedding later)
use std::cell::Cell;
fn inc_all(c: &[Cell<i32>]) { for x in c { x.set(x.get() + 1); } }
fn main() {
    let v: Vec<Cell<i32>> = (0..4).map(Cell::new).collect();
    let a = &v[1];
    let b = &v[1];
    a.set(10);
    b.set(b.get() * 2);
    inc_all(&v);
    v[0].swap(&v[3]);
    println!("{:?}", v.iter().map(|c| c.get()).collect::<Vec<_>>());
    println!("{} {}", v[2].replace(77), v[2].take());
    println!("{:?}", v.into_iter().map(Cell::into_inner).collect::<Vec<_>>());
}
