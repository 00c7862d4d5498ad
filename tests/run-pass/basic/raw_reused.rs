//@ variants: all
// An array that becomes a vector, a box or an iterator is another one each time,
// also where raw pointers to its elements may exist.

fn lengths(arr: &[String; 3]) -> [usize; 3] {
    arr.each_ref().map(|s| s.len())
}

fn bytes() {
    let mut x = (1u8, 2u8);
    let p = &raw mut x.1;
    unsafe {
        *p += 1;
    }
    let mut v = Vec::new();
    for i in 0..3u8 {
        v.push(vec![i, i]);
    }
    println!("{v:?} {x:?}");
    let mut w: Vec<Box<[u8]>> = Vec::new();
    for i in 0..3u8 {
        w.push(Box::new([i, 1]));
    }
    println!("{w:?}");
    let q = p;
    let mut s = vec![];
    for i in 0..3u8 {
        let a = [i, 7];
        let b = Vec::from(a);
        s.push(b);
        s.push(a.to_vec());
    }
    println!("{s:?} {}", unsafe { *q });
    let r: Vec<Box<[u8; 2]>> = (0..3).map(|i| Box::new([i, i])).collect();
    let t: Vec<std::rc::Rc<[u8]>> = (0..3).map(|i| [i, i].into()).collect();
    println!("{r:?} {t:?}");
    let mut u = vec![];
    for i in 0..3 {
        u.extend([i, i + 1].into_iter());
        let it = [i, 9].into_iter();
        u.extend(it.rev());
    }
    println!("{u:?}");
}

fn main() {
    bytes();
    let mut x = (1u8, String::from("q"));
    let p = &raw mut x.0;
    let ps = &raw mut x.1;
    let mut arr = [String::from("a"), "b".into(), "c".into()];
    for s in arr.each_mut() {
        s.push('!');
    }
    let [a, _, c] = arr.each_mut();
    std::mem::swap(a, c);
    println!("{arr:?} {:?}", lengths(&arr));
    let mut b = [1u8, 2, 3];
    for m in b.each_mut() {
        *m *= 2;
    }
    println!("{b:?}");
    let mut v: Vec<[u8; 2]> = vec![];
    for i in 0..3 {
        let mut t = [i; 2];
        t[1] += 1;
        v.push(t);
        let m = t.map(|q| q * 2);
        v.push(m);
    }
    println!("{v:?}");
    let mut vs: Vec<[String; 2]> = vec![];
    for i in 0..2 {
        let t = [i.to_string(), "k".into()];
        let m = t.map(|q| q + "m");
        vs.push(m.clone());
        let w: Vec<String> = m.into_iter().rev().collect();
        println!("{w:?}");
        vs.push(w.try_into().unwrap());
    }
    println!("{vs:?}");
    let mut o = vec![];
    for i in 0..3 {
        let s = i.to_string();
        o.push(Some(s));
        let t = (i, i.to_string());
        o.push(Some(t.1));
    }
    println!("{o:?}");
    let mut bs: Vec<Box<String>> = vec![];
    let mut rs = vec![];
    for i in 0..3 {
        let s = format!("{i}");
        let b = Box::new(s);
        bs.push(b);
        let r = std::rc::Rc::new(format!("r{i}"));
        rs.push(r);
        let c = std::cell::RefCell::new(format!("c{i}"));
        bs.push(Box::new(c.into_inner()));
    }
    println!("{bs:?} {rs:?}");
    let mut cl: Vec<Box<dyn Fn() -> String>> = vec![];
    for i in 0..3 {
        let s = format!("cl{i}");
        cl.push(Box::new(move || s.clone()));
    }
    println!("{:?}", cl.iter().map(|f| f()).collect::<Vec<_>>());
    let mut m = std::collections::HashMap::new();
    for i in 0..3 {
        let k = format!("k{i}");
        let mut val = format!("v{i}");
        val.push('x');
        if let Some(old) = m.insert(k, val) {
            println!("{old}");
        }
    }
    let mut ks: Vec<_> = m.into_iter().collect();
    ks.sort();
    println!("{ks:?}");
    let mut last = String::new();
    let mut hist = vec![];
    for i in 0..3 {
        let next = format!("{last}{i}");
        let prev = std::mem::replace(&mut last, next);
        hist.push(prev);
    }
    println!("{hist:?} {last}");
    let mut e = vec![];
    for i in 0..3 {
        let r: Result<String, String> = if i == 1 {
            Err("e".into())
        } else {
            Ok(i.to_string())
        };
        match r {
            Ok(s) => e.push(s),
            Err(x) => e.push(x + "!"),
        }
    }
    println!("{e:?}");
    let q = vec!["x".to_string(); 3];
    let mut it = q.into_iter();
    let mut got = vec![];
    while let Some(s) = it.next() {
        got.push(s);
    }
    println!("{got:?}");
    let mut st = std::collections::VecDeque::new();
    for i in 0..4 {
        st.push_back(i.to_string());
        if st.len() > 2 {
            let f = st.pop_front().unwrap();
            st.push_back(f);
        }
    }
    println!("{st:?}");
    unsafe {
        *p += 1;
        (*ps).push('z');
    }
    println!("{x:?}");
}
