//@ edition: 2021
//@ variants: all
// exercises: recursive enum BST with Box, insert via &mut self recursion, remove-min through mem::replace, in-order walk
// wrc: Leaf = null; Box<Tree> == Tree ref; insert(self: ref)->(ref) value-result
#[derive(Debug)]
enum Tree { Leaf, Node(Box<Tree>, i32, Box<Tree>) }
use Tree::*;
impl Tree {
    fn insert(&mut self, k: i32) -> bool {
        match self {
            Leaf => { *self = Node(Box::new(Leaf), k, Box::new(Leaf)); true }
            Node(l, v, r) => if k < *v { l.insert(k) } else if k > *v { r.insert(k) } else { false },
        }
    }
    fn pop_min(&mut self) -> Option<i32> {
        match self {
            Leaf => None,
            Node(l, _, _) if matches!(**l, Node(..)) => l.pop_min(),
            Node(..) => { let Node(_, v, r) = std::mem::replace(self, Leaf) else { unreachable!() }; *self = *r; Some(v) }
        }
    }
    fn walk(&self, out: &mut Vec<i32>) { if let Node(l, v, r) = self { l.walk(out); out.push(*v); r.walk(out); } }
}
fn main() {
    let mut t = Leaf;
    let n = [5, 2, 8, 1, 9, 2, 3].iter().filter(|&&k| t.insert(k)).count();
    let mut v = vec![]; t.walk(&mut v);
    println!("{n} {v:?} {:?} {:?}", t.pop_min(), t.pop_min());
    let mut v = vec![]; t.walk(&mut v);
    println!("{v:?}");
}
