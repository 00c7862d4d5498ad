//! Random bodies that obey the borrow rules.
//!
//! A *handle* is a place that may be used now. Borrowing from a handle opens
//! a scope in which the handle is replaced by what the reference points to.

use super::db::{Func, GENERATED, NEST, PAIR, POINT, int, nest, option, pair, point};
use crate::intrinsics::Intrinsic;
use crate::pir::{
    AggregateKind, Block, Body, Callee, Constant, Instance, Label, Local, Operand, Place, Proj,
    Rvalue, Src, StmtKind,
};
use wrc_base::Symbol;
use wrc_thir::{Args, BinOp, FieldIdx, Mutability, Ty, VariantIdx};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Kind {
    Int,
    Pair,
    Nest,
    OptInt,
    OptPair,
    Point,
    Tuple,
    BoxInt,
    BoxPair,
}

const KINDS: [Kind; 9] = [
    Kind::Int,
    Kind::Pair,
    Kind::Nest,
    Kind::OptInt,
    Kind::OptPair,
    Kind::Point,
    Kind::Tuple,
    Kind::BoxInt,
    Kind::BoxPair,
];

impl Kind {
    fn ty(self) -> Ty {
        match self {
            Kind::Int => int(),
            Kind::Pair => pair(),
            Kind::Nest => nest(),
            Kind::OptInt => option(int()),
            Kind::OptPair => option(pair()),
            Kind::Point => point(),
            Kind::Tuple => Ty::tuple([int(), int()]),
            Kind::BoxInt => super::db::boxed(int()),
            Kind::BoxPair => super::db::boxed(pair()),
        }
    }
}

#[derive(Clone, Debug)]
struct Handle {
    place: Place,
    kind: Kind,
    mutable: bool,
    /// Nesting depth of blocks at which it was made; it may be moved there.
    depth: u32,
}

struct Gen {
    state: u64,
    body: Body,
    open: Vec<Block>,
    handles: Vec<Handle>,
    breaks: Vec<Label>,
    depth: u32,
    fuel: u32,
    /// Call the generated function?
    calls: bool,
    /// Return early?
    returns: bool,
}

const NONE: VariantIdx = VariantIdx(0);
const SOME: VariantIdx = VariantIdx(1);

pub(super) fn generate(seed: u64, calls: bool) -> Body {
    let inst = Instance::Fn(Func::Observe.def(), Args::default());
    let mut generator = Gen {
        state: seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        body: Body::new(inst, Symbol::new("random"), &[], Ty::unit()),
        open: vec![Vec::new()],
        handles: Vec::new(),
        breaks: Vec::new(),
        depth: 0,
        fuel: 60,
        calls,
        returns: false,
    };
    generator.run();
    generator.body
}

/// A function to be called by those of `generate(seed, true)`.
pub(super) fn generate_callee(seed: u64) -> Body {
    let (params, ret) = super::db::signature(GENERATED);
    let inst = Instance::Fn(GENERATED, Args::default());
    let mut generator = Gen {
        state: seed.wrapping_mul(0xd134_2543_de82_ef95) | 1,
        body: Body::new(inst, Symbol::new("generated"), &params, ret),
        open: vec![Vec::new()],
        handles: Vec::new(),
        breaks: Vec::new(),
        depth: 0,
        fuel: 25,
        calls: false,
        returns: true,
    };
    let [pair, number, slot] = [0, 1, 2].map(|i| Place::local(generator.body.params[i]));
    for (place, kind, depth) in [
        (pair.deref(), Kind::Pair, u32::MAX),
        (number, Kind::Int, 0),
        (slot.deref(), Kind::Int, u32::MAX),
    ] {
        generator.handles.push(Handle {
            place,
            kind,
            mutable: true,
            depth,
        });
    }
    generator.some_stmts();
    generator.some_stmts();
    generator.leave();
    generator.body.block = generator.open.pop().expect("the outermost block");
    generator.body
}

impl Gen {
    /// Returns a number.
    fn leave(&mut self) {
        let n = self.number();
        let ret = self.body.ret;
        self.assign(ret.into(), Rvalue::Use(n));
        self.push(StmtKind::Return);
    }

    /// Calls the generated function on two places that do not overlap.
    fn call_generated(&mut self) {
        let (Some(pair), Some(slot)) = (
            self.part_of_kind(Kind::Pair, true),
            self.part_of_kind(Kind::Int, true),
        ) else {
            return;
        };
        if overlaps(&pair, &slot) {
            return;
        }
        let n = self.constant();
        let args = vec![
            Operand::Borrow(Mutability::Mut, pair),
            n,
            Operand::Borrow(Mutability::Mut, slot),
        ];
        let result = self.body.new_local(int());
        let callee = Callee::Instance(Instance::Fn(GENERATED, Args::default()));
        self.push(StmtKind::Call {
            dest: result.into(),
            callee,
            args,
        });
        self.handles.push(Handle {
            place: result.into(),
            kind: Kind::Int,
            mutable: true,
            depth: self.depth,
        });
    }

    fn run(&mut self) {
        for _ in 0..3 {
            self.new_local();
        }
        let count = 4 + self.below(8);
        for _ in 0..count {
            self.stmt();
        }
        for handle in self.handles.clone() {
            self.observe_all(&handle.place, handle.kind);
        }
        let ret = self.body.ret;
        self.assign(ret.into(), Rvalue::Use(Operand::unit()));
        self.push(StmtKind::Return);
        self.body.block = self.open.pop().expect("the outermost block");
    }

    fn below(&mut self, n: u64) -> u64 {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        (self.state >> 11) % n
    }

    fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }

    fn push(&mut self, kind: StmtKind) {
        let open = self.open.last_mut().expect("a block is open");
        open.push(kind.at(Src(0)));
    }

    fn assign(&mut self, place: Place, rvalue: Rvalue) {
        self.push(StmtKind::Assign(place, rvalue));
    }

    fn call(&mut self, dest: Place, func: Func, args: Vec<Operand>) {
        let callee = Callee::Instance(Instance::Fn(func.def(), Args::default()));
        self.push(StmtKind::Call { dest, callee, args });
    }

    /// A block of statements; handles made inside end with it.
    fn nested(&mut self, f: impl FnOnce(&mut Gen)) -> Block {
        let handles = self.handles.clone();
        self.open.push(Vec::new());
        self.depth += 1;
        f(self);
        self.depth -= 1;
        self.handles = handles;
        self.open.pop().expect("opened above")
    }

    fn some_stmts(&mut self) {
        let count = 1 + self.below(4);
        for _ in 0..count {
            self.stmt();
        }
    }

    fn constant(&mut self) -> Operand {
        let bits = self.below(10).into();
        Operand::Const(Constant::Scalar(bits, int()))
    }

    /// A readable number.
    fn number(&mut self) -> Operand {
        match self.pick(|handle| matches!(handle.kind, Kind::Int)) {
            Some(handle) if self.chance(80) => Operand::Copy(handle.place),
            _ => match self.part_of_kind(Kind::Int, false) {
                Some(place) => Operand::Copy(place),
                None => self.constant(),
            },
        }
    }

    fn pick(&mut self, test: impl Fn(&Handle) -> bool) -> Option<Handle> {
        let found: Vec<Handle> = self.handles.iter().filter(|h| test(h)).cloned().collect();
        if found.is_empty() {
            return None;
        }
        let index = self.below(found.len() as u64) as usize;
        Some(found[index].clone())
    }

    /// A place of the kind: a handle or a field of one.
    fn part_of_kind(&mut self, kind: Kind, mutable: bool) -> Option<Place> {
        let mut found = Vec::new();
        for handle in &self.handles {
            if handle.mutable || !mutable {
                parts(&handle.place, handle.kind, kind, &mut found);
            }
        }
        if found.is_empty() {
            return None;
        }
        let index = self.below(found.len() as u64) as usize;
        Some(found[index].clone())
    }

    fn new_local(&mut self) {
        let kind = KINDS[self.below(KINDS.len() as u64) as usize];
        let local = self.body.new_local(kind.ty());
        self.fill(local.into(), kind);
        self.handles.push(Handle {
            place: local.into(),
            kind,
            mutable: true,
            depth: self.depth,
        });
    }

    /// Assigns a new value to the place.
    fn fill(&mut self, place: Place, kind: Kind) {
        match kind {
            Kind::Int => {
                let op = [BinOp::Add, BinOp::Sub, BinOp::BitXor][self.below(3) as usize];
                let (a, b) = (self.number(), self.number());
                self.assign(place, Rvalue::Binary(op, a, b));
            }
            Kind::Pair => {
                if self.chance(30) {
                    let n = self.number();
                    self.call(place, Func::MakePair, vec![n]);
                } else {
                    let fields = vec![self.number(), self.number()];
                    let kind = AggregateKind::Adt(PAIR, NONE, Args::default());
                    self.assign(place, Rvalue::Aggregate(kind, fields));
                }
            }
            Kind::Nest => {
                let pair = self.temp(Kind::Pair);
                let fields = vec![Operand::Move(pair.into()), self.number()];
                let kind = AggregateKind::Adt(NEST, NONE, Args::default());
                self.assign(place, Rvalue::Aggregate(kind, fields));
            }
            Kind::Point => {
                let fields = vec![self.number(), self.number()];
                let kind = AggregateKind::Adt(POINT, NONE, Args::default());
                self.assign(place, Rvalue::Aggregate(kind, fields));
            }
            Kind::Tuple => {
                let fields = vec![self.number(), self.number()];
                self.assign(place, Rvalue::Aggregate(AggregateKind::Tuple, fields));
            }
            Kind::BoxInt | Kind::BoxPair => {
                let inner = if kind == Kind::BoxInt {
                    Kind::Int
                } else {
                    Kind::Pair
                };
                let content = self.temp(inner);
                let generics: Args = [inner.ty().into()].into();
                self.push(StmtKind::Call {
                    dest: place,
                    callee: Callee::Intrinsic(Intrinsic::BoxNew, generics),
                    args: vec![Operand::Move(content.into())],
                });
            }
            Kind::OptInt if self.chance(30) => {
                let n = self.number();
                self.call(place, Func::Even, vec![n]);
            }
            Kind::OptInt | Kind::OptPair => self.fill_option(place, kind),
        }
    }

    fn temp(&mut self, kind: Kind) -> Local {
        let local = self.body.new_local(kind.ty());
        self.fill(local.into(), kind);
        local
    }

    fn fill_option(&mut self, place: Place, kind: Kind) {
        if self.chance(40) {
            // Through a block with several exits.
            let result = self.body.new_local(kind.ty());
            let label = self.body.new_label();
            let cond = self.condition();
            let body = self.nested(|g| {
                let then = g.nested(|g| {
                    g.some(result.into(), kind);
                    g.push(StmtKind::Break(label));
                });
                g.push(StmtKind::If {
                    cond,
                    then,
                    els: Vec::new(),
                });
                if g.chance(40) {
                    g.stmt();
                }
                g.none(result.into(), kind);
            });
            self.push(StmtKind::Block { label, body });
            self.assign(place, Rvalue::Use(Operand::Move(result.into())));
        } else if self.chance(50) {
            self.some(place, kind);
        } else {
            self.none(place, kind);
        }
    }

    fn some(&mut self, place: Place, kind: Kind) {
        let (operand, ty) = match kind {
            Kind::OptPair => (Operand::Move(self.temp(Kind::Pair).into()), pair()),
            _ => (self.number(), int()),
        };
        let kind = AggregateKind::Adt(super::db::OPTION, SOME, [ty.into()].into());
        self.assign(place, Rvalue::Aggregate(kind, vec![operand]));
    }

    fn none(&mut self, place: Place, kind: Kind) {
        let ty = if kind == Kind::OptPair { pair() } else { int() };
        let kind = AggregateKind::Adt(super::db::OPTION, NONE, [ty.into()].into());
        self.assign(place, Rvalue::Aggregate(kind, Vec::new()));
    }

    fn condition(&mut self) -> Operand {
        let test = self.body.new_local(Ty::bool());
        let op = [BinOp::Lt, BinOp::Eq, BinOp::Gt][self.below(3) as usize];
        let (a, b) = (self.number(), self.number());
        self.assign(test.into(), Rvalue::Binary(op, a, b));
        Operand::Copy(test.into())
    }

    fn unit(&mut self) -> Place {
        self.body.new_local(Ty::unit()).into()
    }

    fn observe_all(&mut self, place: &Place, kind: Kind) {
        let mut numbers = Vec::new();
        parts(place, kind, Kind::Int, &mut numbers);
        for number in numbers {
            let unit = self.unit();
            self.call(unit, Func::Observe, vec![Operand::Copy(number)]);
        }
        if matches!(kind, Kind::OptInt | Kind::OptPair) {
            self.test_option(place.clone(), kind, false);
        }
    }

    fn stmt(&mut self) {
        if self.fuel == 0 || self.depth > 5 {
            return;
        }
        self.fuel -= 1;
        if self.calls && self.chance(15) {
            return self.call_generated();
        }
        match self.below(18) {
            0 => self.new_local(),
            1 | 2 => {
                let n = self.number();
                let unit = self.unit();
                self.call(unit, Func::Observe, vec![n]);
            }
            3 | 4 => {
                let kind = KINDS[self.below(KINDS.len() as u64) as usize];
                if let Some(place) = self.part_of_kind(kind, true) {
                    self.fill(place, kind);
                }
            }
            5..=8 => self.borrow(),
            9 => {
                if let Some(place) = self.part_of_kind(Kind::Int, true) {
                    let n = self.number();
                    let clash = matches!(&n, Operand::Copy(p) if p.base == place.base);
                    let n = if clash { self.constant() } else { n };
                    let unit = self.unit();
                    let args = vec![Operand::Borrow(Mutability::Mut, place), n];
                    self.call(unit, Func::Bump, args);
                }
            }
            10 => {
                if let Some(place) = self.part_of_kind(Kind::Pair, true) {
                    let n = self.constant();
                    let unit = self.unit();
                    let args = vec![Operand::Borrow(Mutability::Mut, place), n];
                    self.call(unit, Func::SetPair, args);
                }
            }
            11 | 12 => self.branch(),
            13 => self.repeat(),
            14 => {
                if let Some(handle) = self.pick(|h| matches!(h.kind, Kind::OptInt | Kind::OptPair))
                {
                    self.test_option(handle.place, handle.kind, handle.mutable);
                }
            }
            15 => self.replace(),
            16 if self.chance(50) => self.share(),
            16 => self.move_handle(),
            _ => self.copy_value(),
        }
    }

    fn branch(&mut self) {
        let cond = self.condition();
        let then = self.nested(Gen::some_stmts);
        let els = if self.chance(50) {
            self.nested(Gen::some_stmts)
        } else {
            Vec::new()
        };
        self.push(StmtKind::If { cond, then, els });
        if self.returns && self.chance(30) {
            let cond = self.condition();
            let then = self.nested(Gen::leave);
            self.push(StmtKind::If {
                cond,
                then,
                els: Vec::new(),
            });
        }
        if !self.breaks.is_empty() && self.chance(20) {
            let cond = self.condition();
            let index = self.below(self.breaks.len() as u64) as usize;
            let label = self.breaks[index];
            let then = self.nested(|g| g.push(StmtKind::Break(label)));
            self.push(StmtKind::If {
                cond,
                then,
                els: Vec::new(),
            });
        }
    }

    /// At most three rounds.
    fn repeat(&mut self) {
        let counter = self.body.new_local(int());
        let limit = self.below(4) as u32;
        let number = |n: u32| Operand::Const(Constant::Scalar(n.into(), int()));
        self.assign(counter.into(), Rvalue::Use(number(0)));
        let label = self.body.new_label();
        let body = self.nested(|g| {
            let done = g.body.new_local(Ty::bool());
            let at = Operand::Copy(counter.into());
            g.assign(done.into(), Rvalue::Binary(BinOp::Ge, at, number(limit)));
            let leave = g.nested(|g| g.push(StmtKind::Break(label)));
            g.push(StmtKind::If {
                cond: Operand::Copy(done.into()),
                then: leave,
                els: Vec::new(),
            });
            let at = Operand::Copy(counter.into());
            g.assign(counter.into(), Rvalue::Binary(BinOp::Add, at, number(1)));
            g.breaks.push(label);
            g.some_stmts();
            g.breaks.pop();
            if g.chance(20) {
                g.push(StmtKind::Continue(label));
            }
        });
        self.push(StmtKind::Loop { label, body });
    }

    fn test_option(&mut self, place: Place, kind: Kind, mutable: bool) {
        let payload = place
            .project(Proj::Variant(SOME))
            .project(Proj::Field(FieldIdx(0)));
        let inner = if kind == Kind::OptPair {
            Kind::Pair
        } else {
            Kind::Int
        };
        let keep = place.clone();
        let some = self.nested(|g| {
            // The option itself must not change while its payload is used.
            g.handles.retain(|handle| !overlaps(&handle.place, &keep));
            g.observe_all(&payload, inner);
            g.handles.push(Handle {
                place: payload.clone(),
                kind: inner,
                mutable,
                depth: u32::MAX,
            });
            if g.chance(60) {
                g.some_stmts();
            }
        });
        let none = self.nested(|g| {
            let unit = g.unit();
            let n = g.constant();
            g.call(unit, Func::Observe, vec![n]);
        });
        self.push(StmtKind::SwitchVariant {
            place,
            arms: vec![(vec![SOME], some), (vec![NONE], none)],
            default: None,
        });
    }

    /// A scope in which a handle is used through a reference.
    fn borrow(&mut self) {
        let Some(handle) = self.pick(|_| true) else {
            return;
        };
        let mut places = Vec::new();
        for kind in KINDS {
            let mut found = Vec::new();
            parts(&handle.place, handle.kind, kind, &mut found);
            places.extend(found.into_iter().map(|place| (place, kind)));
        }
        let (place, kind) = places[self.below(places.len() as u64) as usize].clone();
        let m = if handle.mutable && self.chance(75) {
            Mutability::Mut
        } else {
            Mutability::Not
        };
        let ty = kind.ty().reference(m);
        let mut reference = self.body.new_local(ty);
        let other = self.part_of_kind(kind, m == Mutability::Mut);
        let mut second = None;
        match other {
            // One of two places, decided at run time.
            Some(other) if !overlaps(&other, &place) && self.chance(25) => {
                let cond = self.condition();
                let then =
                    self.nested(|g| g.assign(reference.into(), Rvalue::Ref(m, place.clone())));
                let els =
                    self.nested(|g| g.assign(reference.into(), Rvalue::Ref(m, other.clone())));
                self.push(StmtKind::If { cond, then, els });
                second = Some(other);
            }
            _ => self.assign(reference.into(), Rvalue::Ref(m, place.clone())),
        }
        if m == Mutability::Mut && self.chance(25) {
            let func = match kind {
                Kind::Pair => Some(Func::SamePair),
                Kind::Int => Some(Func::SameInt),
                _ => None,
            };
            if let Some(func) = func {
                let same = self.body.new_local(ty);
                let args = vec![Operand::Move(reference.into())];
                self.call(same.into(), func, args);
                reference = same;
            }
        }
        let mut target = Place::local(reference).deref();
        match self.below(8) {
            0 => {
                // Moved into a tuple.
                let tuple_ty = Ty::tuple([ty, int()]);
                let tuple = self.body.new_local(tuple_ty);
                let fields = vec![Operand::Move(reference.into()), self.constant()];
                self.assign(
                    tuple.into(),
                    Rvalue::Aggregate(AggregateKind::Tuple, fields),
                );
                target = Place::local(tuple).field(0).deref();
            }
            1 => {
                let other = self.body.new_local(ty);
                self.assign(other.into(), Rvalue::Use(Operand::Move(reference.into())));
                target = Place::local(other).deref();
            }
            _ => {}
        }
        let saved = self.handles.clone();
        let borrowed: Vec<Place> = second.into_iter().chain([place.clone()]).collect();
        let is_borrowed = |place: &Place| borrowed.iter().any(|b| overlaps(place, b));
        for handle in &mut self.handles {
            if is_borrowed(&handle.place) {
                handle.mutable = false;
            }
        }
        if m == Mutability::Mut {
            self.handles.retain(|handle| !is_borrowed(&handle.place));
        }
        self.handles.push(Handle {
            place: target,
            kind,
            mutable: m == Mutability::Mut,
            depth: u32::MAX,
        });
        if m == Mutability::Not && kind == Kind::Int && self.chance(50) {
            let result = self.body.new_local(int());
            let args = vec![Operand::Copy(reference.into())];
            if matches!(self.handles.last(), Some(h) if h.place.base_local() == Some(reference)) {
                self.call(result.into(), Func::Read, args);
                let unit = self.unit();
                self.call(unit, Func::Observe, vec![Operand::Copy(result.into())]);
            }
        }
        self.some_stmts();
        // Handles of locals made meanwhile stay.
        let made: Vec<Handle> = self
            .handles
            .iter()
            .filter(|handle| handle.depth == self.depth)
            .filter(|handle| !saved.iter().any(|old| old.place == handle.place))
            .cloned()
            .collect();
        // Those moved meanwhile do not come back.
        let alive: Vec<Handle> = saved
            .into_iter()
            .filter(|old| {
                old.depth != self.depth
                    || is_borrowed(&old.place)
                    || self.handles.iter().any(|handle| handle.place == old.place)
            })
            .collect();
        self.handles = alive;
        self.handles.extend(made);
    }

    /// `mem::replace` on a pair.
    fn replace(&mut self) {
        let Some(place) = self.part_of_kind(Kind::Pair, true) else {
            return;
        };
        let new = self.temp(Kind::Pair);
        let old = self.body.new_local(pair());
        {
            let reference = self.body.new_local(pair().reference(Mutability::Mut));
            self.assign(reference.into(), Rvalue::Ref(Mutability::Mut, place));
            let mut pointer = || {
                let pointer_ty = pair().pointer(Mutability::Mut);
                let pointer = self.body.new_local(pointer_ty);
                let target = Place::local(reference).deref();
                self.assign(pointer.into(), Rvalue::RawPtr(Mutability::Mut, target));
                pointer
            };
            let (read, write) = (pointer(), pointer());
            let generics: Args = [pair().into()].into();
            self.push(StmtKind::Call {
                dest: old.into(),
                callee: Callee::Intrinsic(Intrinsic::PtrRead, generics.clone()),
                args: vec![Operand::Copy(read.into())],
            });
            let unit = self.unit();
            self.push(StmtKind::Call {
                dest: unit,
                callee: Callee::Intrinsic(Intrinsic::PtrWrite, generics),
                args: vec![Operand::Copy(write.into()), Operand::Move(new.into())],
            });
        }
        self.handles.push(Handle {
            place: old.into(),
            kind: Kind::Pair,
            mutable: true,
            depth: self.depth,
        });
    }

    /// Two copies of one box, as counted pointers have them.
    fn share(&mut self) {
        let ty = super::db::boxed(int());
        let first = self.temp(Kind::BoxInt);
        let pointer = self.body.new_local(ty.pointer(Mutability::Not));
        self.assign(
            pointer.into(),
            Rvalue::RawPtr(Mutability::Not, first.into()),
        );
        let second = self.body.new_local(ty);
        self.push(StmtKind::Call {
            dest: second.into(),
            callee: Callee::Intrinsic(Intrinsic::PtrRead, [ty.into()].into()),
            args: vec![Operand::Copy(pointer.into())],
        });
        for _ in 0..3 {
            let place = |local: Local| Place::local(local).deref();
            let (to, from) = if self.chance(50) {
                (first, second)
            } else {
                (second, first)
            };
            let n = self.number();
            if self.chance(50) {
                let at = Operand::Copy(place(to));
                self.assign(place(to), Rvalue::Binary(BinOp::Add, at, n));
            } else {
                let unit = self.unit();
                let args = vec![Operand::Borrow(Mutability::Mut, place(to)), n];
                self.call(unit, Func::Bump, args);
            }
            let unit = self.unit();
            self.call(unit, Func::Observe, vec![Operand::Copy(place(from))]);
        }
    }

    fn move_handle(&mut self) {
        let depth = self.depth;
        let Some(handle) =
            self.pick(|h| h.depth == depth && h.mutable && h.place.as_local().is_some())
        else {
            return;
        };
        let local = self.body.new_local(handle.kind.ty());
        self.assign(
            local.into(),
            Rvalue::Use(Operand::Move(handle.place.clone())),
        );
        for other in &mut self.handles {
            if other.place == handle.place {
                other.place = local.into();
            }
        }
    }

    fn copy_value(&mut self) {
        let kinds = [Kind::Int, Kind::Point, Kind::Tuple, Kind::OptInt];
        let kind = kinds[self.below(4) as usize];
        let Some(place) = self.part_of_kind(kind, false) else {
            return;
        };
        let local = self.body.new_local(kind.ty());
        self.assign(local.into(), Rvalue::Use(Operand::Copy(place)));
        self.handles.push(Handle {
            place: local.into(),
            kind,
            mutable: true,
            depth: self.depth,
        });
    }
}

/// The parts of `wanted` kind inside a place.
fn parts(place: &Place, kind: Kind, wanted: Kind, found: &mut Vec<Place>) {
    if kind == wanted {
        found.push(place.clone());
    }
    let fields: &[Kind] = match kind {
        Kind::Pair | Kind::Point | Kind::Tuple => &[Kind::Int, Kind::Int],
        Kind::Nest => &[Kind::Pair, Kind::Int],
        Kind::BoxInt => return parts(&place.deref(), Kind::Int, wanted, found),
        Kind::BoxPair => return parts(&place.deref(), Kind::Pair, wanted, found),
        Kind::Int | Kind::OptInt | Kind::OptPair => &[],
    };
    for (i, field) in fields.iter().enumerate() {
        parts(&place.field(i as u32), *field, wanted, found);
    }
}

fn overlaps(a: &Place, b: &Place) -> bool {
    crate::passes::paths::overlap(a, b)
}
