// An overloaded index is called at its bracket, a built-in one at the start of
// the whole expression.

use std::ops::Index;
use std::panic::Location;

struct Row(Vec<i32>);

impl Index<usize> for Row {
    type Output = i32;
    #[track_caller]
    fn index(&self, at: usize) -> &i32 {
        let here = Location::caller();
        println!("{}:{} {}", here.line(), here.column(), self.0[at]);
        &self.0[at]
    }
}

fn main() {
    let row = Row(vec![1, 2, 3]);
    let rows = vec![row, Row(vec![4])];
    let _ = (&rows[0])
        [1];
    let _ = rows
        [1][0]
        + rows[0]  [
            2];
}
