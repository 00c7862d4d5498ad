//@ variants: all
// Graphs, heaps, matrices, generics, operators, iterators.
use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeSet, BinaryHeap, HashMap};
use std::ops::{Add, AddAssign, Index, IndexMut, Mul, Neg, Sub};

#[derive(Clone, Copy, PartialEq, PartialOrd, Debug, Default)]
struct V3<T> {
    x: T,
    y: T,
    z: T,
}
macro_rules! binop { ($($tr:ident $f:ident $op:tt),*) => { $(impl<T: $tr<Output = T>> $tr for V3<T> { type Output = Self; fn $f(self, o: Self) -> Self { V3 { x: self.x $op o.x, y: self.y $op o.y, z: self.z $op o.z } } })* } }
binop!(Add add +, Sub sub -);
impl<T: Mul<Output = T> + Copy> Mul<T> for V3<T> {
    type Output = Self;
    fn mul(self, k: T) -> Self {
        V3 {
            x: self.x * k,
            y: self.y * k,
            z: self.z * k,
        }
    }
}
impl<T: Neg<Output = T>> Neg for V3<T> {
    type Output = Self;
    fn neg(self) -> Self {
        V3 {
            x: -self.x,
            y: -self.y,
            z: -self.z,
        }
    }
}
impl<T: AddAssign> AddAssign for V3<T> {
    fn add_assign(&mut self, o: Self) {
        self.x += o.x;
        self.y += o.y;
        self.z += o.z;
    }
}
impl<T: Add<Output = T> + Default> std::iter::Sum for V3<T> {
    fn sum<I: Iterator<Item = Self>>(it: I) -> Self {
        it.fold(Self::default(), |a, b| a + b)
    }
}

#[derive(Clone, PartialEq, Debug)]
struct Matrix<const R: usize, const C: usize> {
    d: [[i64; C]; R],
}
impl<const R: usize, const C: usize> Matrix<R, C> {
    const ZERO: Self = Matrix { d: [[0; C]; R] };
    fn transpose(&self) -> Matrix<C, R> {
        let mut m = Matrix::<C, R>::ZERO;
        for r in 0..R {
            for c in 0..C {
                m[(c, r)] = self[(r, c)];
            }
        }
        m
    }
}
impl<const N: usize> Matrix<N, N> {
    fn identity() -> Self {
        let mut m = Self::ZERO;
        for i in 0..N {
            m[(i, i)] = 1
        }
        m
    }
    fn pow(&self, mut e: u32) -> Self {
        let (mut r, mut b) = (Self::identity(), self.clone());
        while e > 0 {
            if e & 1 == 1 {
                r = &r * &b
            }
            b = &b * &b;
            e >>= 1;
        }
        r
    }
}
impl<const R: usize, const C: usize> Index<(usize, usize)> for Matrix<R, C> {
    type Output = i64;
    fn index(&self, (r, c): (usize, usize)) -> &i64 {
        &self.d[r][c]
    }
}
impl<const R: usize, const C: usize> IndexMut<(usize, usize)> for Matrix<R, C> {
    fn index_mut(&mut self, (r, c): (usize, usize)) -> &mut i64 {
        &mut self.d[r][c]
    }
}
impl<'a, const R: usize, const K: usize, const C: usize> Mul<&'a Matrix<K, C>>
    for &'a Matrix<R, K>
{
    type Output = Matrix<R, C>;
    fn mul(self, o: &Matrix<K, C>) -> Matrix<R, C> {
        let mut m = Matrix::ZERO;
        for r in 0..R {
            for c in 0..C {
                for k in 0..K {
                    m[(r, c)] += self[(r, k)] * o[(k, c)];
                }
            }
        }
        m
    }
}

#[derive(Copy, Clone, Eq, PartialEq)]
struct State {
    cost: u32,
    node: usize,
}
impl Ord for State {
    fn cmp(&self, o: &Self) -> Ordering {
        o.cost.cmp(&self.cost).then_with(|| self.node.cmp(&o.node))
    }
}
impl PartialOrd for State {
    fn partial_cmp(&self, o: &Self) -> Option<Ordering> {
        Some(self.cmp(o))
    }
}
struct Graph {
    adj: Vec<Vec<(usize, u32)>>,
}
impl Graph {
    fn new(n: usize, edges: &[(usize, usize, u32)]) -> Self {
        let mut adj = vec![Vec::new(); n];
        for &(a, b, w) in edges {
            adj[a].push((b, w));
            adj[b].push((a, w));
        }
        Graph { adj }
    }
    fn dijkstra(&self, s: usize) -> Vec<Option<u32>> {
        let mut dist: Vec<Option<u32>> = vec![None; self.adj.len()];
        let mut heap = BinaryHeap::from([State { cost: 0, node: s }]);
        dist[s] = Some(0);
        while let Some(State { cost, node }) = heap.pop() {
            if matches!(dist[node], Some(d) if d < cost) {
                continue;
            }
            for &(to, w) in &self.adj[node] {
                let next = cost + w;
                if dist[to].map_or(true, |d| next < d) {
                    dist[to] = Some(next);
                    heap.push(State {
                        cost: next,
                        node: to,
                    });
                }
            }
        }
        dist
    }
    fn bfs(&self, s: usize) -> impl Iterator<Item = usize> + '_ {
        let mut seen = vec![false; self.adj.len()];
        seen[s] = true;
        let mut q = std::collections::VecDeque::from(vec![s]);
        std::iter::from_fn(move || {
            let n = q.pop_front()?;
            for &(m, _) in &self.adj[n] {
                if !std::mem::replace(&mut seen[m], true) {
                    q.push_back(m)
                }
            }
            Some(n)
        })
    }
    fn kruskal(&self) -> (u32, Vec<(usize, usize)>) {
        let mut es: Vec<_> = self
            .adj
            .iter()
            .enumerate()
            .flat_map(|(a, v)| {
                v.iter()
                    .filter(move |(b, _)| a < *b)
                    .map(move |&(b, w)| (Reverse(w), a, b))
            })
            .collect();
        es.sort_unstable_by(|a, b| b.cmp(a));
        let mut p: Vec<usize> = (0..self.adj.len()).collect();
        fn find(p: &mut [usize], x: usize) -> usize {
            if p[x] != x {
                p[x] = find(p, p[x]);
            }
            p[x]
        }
        let mut t = 0;
        let mut out = vec![];
        for (Reverse(w), a, b) in es {
            let (x, y) = (find(&mut p, a), find(&mut p, b));
            if x != y {
                p[x] = y;
                t += w;
                out.push((a, b));
            }
        }
        (t, out)
    }
}
fn primes() -> impl Iterator<Item = u64> {
    let mut found: Vec<u64> = vec![];
    (2..).filter(move |n| {
        let is = found
            .iter()
            .take_while(|p| *p * *p <= *n)
            .all(|p| n % p != 0);
        if is {
            found.push(*n)
        }
        is
    })
}
fn main() {
    let vs = [
        V3 {
            x: 1.5,
            y: 2.0,
            z: -1.0,
        },
        V3 {
            x: 0.5,
            y: 0.25,
            z: 4.0,
        },
    ];
    println!(
        "{:?} {:?} {:?}",
        vs.iter().copied().sum::<V3<f64>>(),
        -(vs[0] - vs[1]) * 2.0,
        vs[0].partial_cmp(&vs[1])
    );
    let mut acc = V3::<i32>::default();
    for i in 0..5 {
        acc += V3 {
            x: i,
            y: i * i,
            z: 1,
        };
    }
    println!("{acc:?}");
    let fib = Matrix {
        d: [[1, 1], [1, 0]],
    };
    println!(
        "{} {:?}",
        fib.pow(60)[(0, 1)],
        (&Matrix { d: [[1, 2, 3]] } * &Matrix { d: [[4], [5], [6]] }).d
    );
    println!(
        "{:?}",
        Matrix {
            d: [[1, 2, 3], [4, 5, 6]]
        }
        .transpose()
    );
    let g = Graph::new(
        7,
        &[
            (0, 1, 7),
            (0, 2, 9),
            (0, 5, 14),
            (1, 2, 10),
            (1, 3, 15),
            (2, 3, 11),
            (2, 5, 2),
            (3, 4, 6),
            (4, 5, 9),
        ],
    );
    println!(
        "{:?}\n{:?}\n{:?}",
        g.dijkstra(0),
        g.bfs(3).collect::<Vec<_>>(),
        g.kruskal()
    );
    println!(
        "{:?} {}",
        primes().skip(10).step_by(3).take(6).collect::<Vec<_>>(),
        primes()
            .take_while(|p| *p < 1000)
            .map(|p| p * p)
            .sum::<u64>()
    );
    let text = "the quick brown fox jumps over the lazy dog the end";
    let mut m: HashMap<&str, Vec<usize>> = HashMap::new();
    for (i, w) in text.split_whitespace().enumerate() {
        m.entry(w).or_default().push(i)
    }
    let mut e: Vec<_> = m
        .into_iter()
        .filter(|(_, v)| v.len() > 1 || v[0] % 3 == 0)
        .collect();
    e.sort_by_key(|(w, v)| (Reverse(v.len()), *w));
    println!("{e:?}");
    let s: BTreeSet<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    println!(
        "{} {:?} {:?}",
        s.iter().collect::<String>(),
        s.range('m'..='p').collect::<Vec<_>>(),
        ('a'..='z').filter(|c| !s.contains(c)).collect::<Vec<_>>()
    );
    let (ev, od): (Vec<i32>, Vec<i32>) = (1..20).partition(|n| n % 2 == 0);
    println!(
        "{:?} {:?} {:?}",
        ev.iter().zip(&od).map(|(a, b)| a * b).max(),
        ev.chunks(4)
            .map(|c| c.iter().sum::<i32>())
            .collect::<Vec<_>>(),
        od.windows(3).filter(|w| w[1] % 3 == 0).collect::<Vec<_>>()
    );
}
