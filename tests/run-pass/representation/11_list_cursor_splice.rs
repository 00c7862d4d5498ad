//@ edition: 2021
//@ variants: all
// exercises: linked list with a `&mut Option<Box<Node>>` cursor: while-let walk, insert sorted, remove, splice, reverse
// wrc: cursor = fat ref with 2 origins {List.head, Node.next}; loads dispatch on selector; remove = slot store through the cursor
#[derive(Debug)]
struct Node { v: i32, next: Option<Box<Node>> }
struct List { head: Option<Box<Node>> }
impl List {
    fn insert_sorted(&mut self, v: i32) {
        let mut cur = &mut self.head;
        while cur.as_ref().map_or(false, |n| n.v < v) { cur = &mut cur.as_mut().unwrap().next; }
        let rest = cur.take();
        *cur = Some(Box::new(Node { v, next: rest }));
    }
    fn remove_odd(&mut self) {
        let mut cur = &mut self.head;
        loop {
            match cur {
                None => break,
                Some(n) if n.v % 2 != 0 => { *cur = n.next.take(); }
                Some(n) => { cur = &mut n.next; }
            }
        }
    }
    fn reverse(&mut self) {
        let mut prev = None;
        let mut cur = self.head.take();
        while let Some(mut n) = cur { cur = n.next.take(); n.next = prev; prev = Some(n); }
        self.head = prev;
    }
    fn tail(&mut self) -> &mut Option<Box<Node>> {
        let mut cur = &mut self.head;
        while let Some(n) = cur { cur = &mut n.next; }
        cur
    }
    fn show(&self) { let mut c = &self.head; while let Some(n) = c { print!("{} ", n.v); c = &n.next; } println!(); }
}
fn main() {
    let mut l = List { head: None };
    for v in [5, 2, 9, 4, 7, 8] { l.insert_sorted(v); }
    l.show();
    l.remove_odd(); l.show();
    l.reverse(); l.show();
    *l.tail() = Some(Box::new(Node { v: 100, next: None }));
    l.show();
}
