//@ edition: 2021
//@ variants: all
// exercises: iter_mut over Vec<(i32,String)>, destructuring both fields by mutable reference, sort_by_key, retain, drain
// wrc: (i32,String) mixed flat -> array of box objects; &mut (i32,String) = thin ref to the box; fields via typed base
fn main() {
    let mut v = vec![(3, "c".to_string()), (1, "a".to_string()), (2, "b".to_string())];
    for (n, s) in v.iter_mut() { *n *= 10; s.push_str(&n.to_string()); }
    for t in &mut v { if t.0 == 10 { *t = (15, "z".into()); } }
    v.sort_by_key(|t| t.0);
    println!("{v:?}");
    v.retain(|(n, _)| *n != 20);
    let last = v.pop();
    println!("{last:?} {v:?}");
    let d: Vec<String> = v.drain(..).map(|(n, s)| format!("{s}{n}")).collect();
    println!("{d:?} {}", v.is_empty());
}
