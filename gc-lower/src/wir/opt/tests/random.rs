//! Random functions of two numbers: locals, objects, calls, nested control.

use wrc_base::{EntityRef, PrimaryMap, Symbol};
use wrc_object::*;

use super::{local, num};
use crate::wir::ir::*;

pub(super) struct World {
    pub program: Program,
    log: FuncId,
    pair: FuncId,
    mix: FuncId,
    object: TypeId,
    bytes: TypeId,
    number: GlobalId,
    array: GlobalId,
    shared: GlobalId,
}

pub(super) fn world() -> World {
    let mut program = Program::default();
    let field = |storage, mutable| Field { storage, mutable };
    let i32 = Storage::Val(WTy::I32);
    let mut ty = |kind| {
        program.types.push(TypeDef {
            name: Symbol::new("t"),
            kind,
        })
    };
    let mut object = |fields: Vec<Field>, parent: Option<TypeId>| {
        ty(TypeDefKind::Struct {
            field_names: fields.iter().map(|_| Symbol::new("x")).collect(),
            fields,
            is_final: parent.is_some(),
            parent,
        })
    };
    let base = object(vec![field(i32, true)], None);
    let fields = vec![
        field(i32, true),
        field(Storage::I8, true),
        field(i32, false),
    ];
    let object = object(fields, Some(base));
    let bytes = ty(TypeDefKind::Array(field(Storage::I8, true)));
    let mut import = |name: &str, params: usize, results: usize| {
        let params = vec![WTy::I32; params];
        let results = vec![WTy::I32; results];
        let name = Symbol::new(name);
        let ty = program.types.push(TypeDef {
            name,
            kind: TypeDefKind::Func { params, results },
        });
        let kind = FuncKind::Import { module: name, name };
        program.funcs.push(Func { name, ty, kind })
    };
    let [log, pair, mix] = [
        import("log", 1, 0),
        import("pair", 1, 2),
        import("mix", 2, 1),
    ];
    let mut global = |ty, mutable, init| {
        program.globals.push(Global {
            name: Symbol::new("g"),
            ty,
            mutable,
            init,
        })
    };
    let number = global(WTy::I32, true, GlobalInit::I32(3));
    let array = global(WTy::to(bytes), false, GlobalInit::ArrayDefault(bytes, 8));
    let items = vec![GlobalInit::I32(1), GlobalInit::I32(2), GlobalInit::I32(3)];
    let shared = global(WTy::to(object), false, GlobalInit::Struct(object, items));
    World {
        program,
        log,
        pair,
        mix,
        object,
        bytes,
        number,
        array,
        shared,
    }
}

const NUMBERS: usize = 8;
const OBJECTS: std::ops::Range<usize> = 8..11;
const ANY: usize = 11;
const WIDE: std::ops::Range<usize> = 12..14;
const FUEL: usize = 14;

pub(super) fn func(world: &World, seed: u64) -> WFunc {
    let state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1;
    let mut cx = Cx {
        world,
        state,
        labels: 0,
        open: Vec::new(),
    };
    let object = |at: usize| {
        let args = [at as i32, 5, 7].map(Ex::I32).to_vec();
        Ex::Set(local(at), Box::new(Ex::StructNew(world.object, args)))
    };
    let mut body: Vec<Ex> = OBJECTS.chain([ANY]).map(object).collect();
    body.extend((0..16).map(|_| cx.statement(3)));
    body.push(Ex::Return(vec![Ex::Get(local(2))]));
    let mut locals = PrimaryMap::new();
    for at in 0..=FUEL {
        locals.push(match at {
            ANY => WTy::EQ,
            _ if OBJECTS.contains(&at) => WTy::to(world.object),
            _ if WIDE.contains(&at) => WTy::I64,
            _ => WTy::I32,
        });
    }
    WFunc {
        name: Symbol::new("random"),
        params: vec![WTy::I32; 2],
        results: vec![WTy::I32],
        locals,
        labels: cx.labels,
        body,
    }
}

struct Cx<'a> {
    world: &'a World,
    state: u64,
    labels: u32,
    open: Vec<WLabel>,
}

const BINARY: [NumOp; 20] = [
    NumOp::I32Add,
    NumOp::I32Sub,
    NumOp::I32Mul,
    NumOp::I32And,
    NumOp::I32Or,
    NumOp::I32Xor,
    NumOp::I32Shl,
    NumOp::I32ShrU,
    NumOp::I32ShrS,
    NumOp::I32Rotl,
    NumOp::I32Eq,
    NumOp::I32Ne,
    NumOp::I32LtS,
    NumOp::I32LtU,
    NumOp::I32GtS,
    NumOp::I32GtU,
    NumOp::I32LeS,
    NumOp::I32LeU,
    NumOp::I32GeS,
    NumOp::I32GeU,
];
const UNARY: [NumOp; 4] = [
    NumOp::I32Eqz,
    NumOp::I32Extend8S,
    NumOp::I32Extend16S,
    NumOp::I32Popcnt,
];
const CONSTANTS: [i32; 12] = [0, 0, 1, 1, -1, 2, 255, 127, 65535, -128, i32::MIN, i32::MAX];

impl Cx<'_> {
    fn below(&mut self, n: usize) -> usize {
        self.state ^= self.state << 13;
        self.state ^= self.state >> 7;
        self.state ^= self.state << 17;
        ((self.state >> 20) % n as u64) as usize
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())]
    }

    fn number(&mut self) -> WLocal {
        local(self.below(NUMBERS))
    }

    fn wide(&mut self) -> WLocal {
        local(WIDE.start + self.below(WIDE.len()))
    }

    fn label(&mut self) -> WLabel {
        self.labels += 1;
        WLabel::new(self.labels as usize - 1)
    }

    fn small_index(&mut self, depth: usize) -> Box<Ex> {
        let index = self.i32(depth);
        Box::new(num(NumOp::I32And, [index, Ex::I32(7)]))
    }

    fn i32(&mut self, depth: usize) -> Ex {
        let Some(depth) = depth.checked_sub(1) else {
            return match self.below(4) {
                0 => Ex::I32(self.pick(&CONSTANTS)),
                _ => Ex::Get(self.number()),
            };
        };
        let world = self.world;
        match self.below(22) {
            0..=2 => Ex::Get(self.number()),
            3 => Ex::I32(self.pick(&CONSTANTS)),
            4 => {
                let value = self.i32(depth);
                Ex::Tee(self.number(), Box::new(value))
            }
            5..=9 => {
                let (op, args) = (self.pick(&BINARY), [self.i32(depth), self.i32(depth)]);
                num(op, args)
            }
            10 => {
                let (op, arg) = (self.pick(&UNARY), self.i32(depth));
                num(op, [arg])
            }
            11 => {
                let (value, mask) = (self.i32(depth), self.pick(&[255, 65535, 1, 127]));
                num(NumOp::I32And, [value, Ex::I32(mask)])
            }
            12 => Ex::Call(world.mix, vec![self.i32(depth), self.i32(depth)]),
            13 => {
                let (field, signed) = (self.below(3) as u32, self.below(2) == 0);
                let obj = Box::new(self.object(depth));
                Ex::StructGet {
                    ty: world.object,
                    field,
                    signed: signed && field == 1,
                    obj,
                }
            }
            14 => {
                let (index, signed) = (self.small_index(depth), self.below(2) == 0);
                let array = Box::new(Ex::GlobalGet(world.array));
                Ex::ArrayGet {
                    ty: world.bytes,
                    signed,
                    array,
                    index,
                }
            }
            15 => Ex::GlobalGet(world.number),
            16 => {
                let [then, els, cond] = [0; 3].map(|_| Box::new(self.i32(depth)));
                Ex::Select {
                    ty: WTy::I32,
                    then,
                    els,
                    cond,
                }
            }
            17 => {
                let cond = Box::new(self.i32(depth));
                let [then, els] = [0; 2].map(|_| self.block(depth, 2, true));
                Ex::If {
                    cond,
                    result: Some(WTy::I32),
                    then,
                    els,
                }
            }
            18 => {
                let label = self.label();
                let body = self.block(depth, 3, true);
                Ex::Block {
                    label,
                    result: Some(WTy::I32),
                    body,
                }
            }
            19 => match self.below(3) {
                0 => Ex::IsNull(Box::new(self.object(depth))),
                1 => Ex::RefEq(Box::new(self.object(depth)), Box::new(self.object(depth))),
                _ => Ex::Test(HeapTy::Type(world.object), Box::new(Ex::Get(local(ANY)))),
            },
            20 => num(NumOp::I32WrapI64, [self.i64(depth)]),
            _ => Ex::ArrayLen(Box::new(Ex::GlobalGet(world.array))),
        }
    }

    fn i64(&mut self, depth: usize) -> Ex {
        let Some(depth) = depth.checked_sub(1) else {
            return Ex::Get(self.wide());
        };
        match self.below(5) {
            0 => num(NumOp::I64ExtendI32S, [self.i32(depth)]),
            1 => num(NumOp::I64ExtendI32U, [self.i32(depth)]),
            2 => {
                let op = self.pick(&[NumOp::I64Add, NumOp::I64Sub, NumOp::I64Mul, NumOp::I64And]);
                let args = [self.i64(depth), self.i64(depth)];
                num(op, args)
            }
            3 => Ex::I64(self.pick(&[0, 1, -1, 0xffff_ffff])),
            _ => Ex::Get(self.wide()),
        }
    }

    fn object(&mut self, depth: usize) -> Ex {
        let any = local(OBJECTS.start + self.below(OBJECTS.len()));
        let Some(depth) = depth.checked_sub(1) else {
            return Ex::Get(any);
        };
        let heap = HeapTy::Type(self.world.object);
        match self.below(8) {
            0 => {
                let args = [0; 3].map(|_| self.i32(depth));
                Ex::StructNew(self.world.object, args.to_vec())
            }
            1 => Ex::Cast(heap, Box::new(self.object(depth))),
            2 => Ex::Cast(heap, Box::new(Ex::Get(local(ANY)))),
            3 => Ex::GlobalGet(self.world.shared),
            4 => {
                let [then, els] = [0; 2].map(|_| Box::new(self.object(depth)));
                let cond = Box::new(self.i32(depth));
                Ex::Select {
                    ty: WTy::Ref(heap),
                    then,
                    els,
                    cond,
                }
            }
            5 => Ex::Tee(any, Box::new(self.object(depth))),
            _ => Ex::Get(any),
        }
    }

    fn block(&mut self, depth: usize, most: usize, has_value: bool) -> Vec<Ex> {
        let count = self.below(most + 1);
        let mut body: Vec<Ex> = (0..count).map(|_| self.statement(depth)).collect();
        if has_value {
            body.push(self.i32(depth));
        }
        body
    }

    fn target(&mut self) -> Option<WLabel> {
        match self.open.len() {
            0 => None,
            count => {
                let at = self.below(count);
                Some(self.open[at])
            }
        }
    }

    fn statement(&mut self, depth: usize) -> Ex {
        let world = self.world;
        let operand = depth.min(2);
        let inner = depth.saturating_sub(1);
        let limit = if depth == 0 { 16 } else { 24 };
        match self.below(limit) {
            0..=4 => {
                let value = self.i32(operand);
                Ex::Set(self.number(), Box::new(value))
            }
            5 => {
                let value = self.object(operand);
                Ex::Set(
                    local(OBJECTS.start + self.below(OBJECTS.len())),
                    Box::new(value),
                )
            }
            6 => {
                let value = self.i64(operand);
                Ex::Set(self.wide(), Box::new(value))
            }
            7 => Ex::Call(world.log, vec![self.i32(operand)]),
            8 => Ex::GlobalSet(world.number, Box::new(self.i32(operand))),
            9 => {
                let [obj, value] = [self.object(operand), self.i32(operand)].map(Box::new);
                Ex::StructSet {
                    ty: world.object,
                    field: self.below(2) as u32,
                    obj,
                    value,
                }
            }
            10 => {
                let (index, value) = (self.small_index(operand), Box::new(self.i32(operand)));
                let array = Box::new(Ex::GlobalGet(world.array));
                Ex::ArraySet {
                    ty: world.bytes,
                    array,
                    index,
                    value,
                }
            }
            11 => {
                let call = Ex::Call(world.pair, vec![self.i32(operand)]);
                let first = Some(self.number()).filter(|_| self.below(5) > 0);
                let second = Some(self.number()).filter(|local| Some(*local) != first);
                Ex::SetMulti(vec![first, second], Box::new(call))
            }
            12 => Ex::Set(local(ANY), Box::new(self.object(operand))),
            13 => {
                let cond = self.i32(operand);
                match self.target() {
                    Some(label) => Ex::BrIf(label, Box::new(cond)),
                    None => Ex::Drop(Box::new(cond)),
                }
            }
            14 => {
                let (cond, value) = (self.i32(1), self.i32(operand));
                let then = vec![Ex::Return(vec![value])];
                Ex::If {
                    cond: Box::new(cond),
                    result: None,
                    then,
                    els: Vec::new(),
                }
            }
            15 => {
                let index = Box::new(self.i32(operand));
                let labels = (0..self.below(3)).filter_map(|_| self.target()).collect();
                match self.target() {
                    Some(default) => Ex::BrTable {
                        index,
                        labels,
                        default,
                    },
                    None => Ex::Drop(index),
                }
            }
            16..=18 => {
                let cond = Box::new(self.i32(operand));
                let then = self.block(inner, 4, false);
                let els = self.block(inner, 3, false);
                Ex::If {
                    cond,
                    result: None,
                    then,
                    els,
                }
            }
            19..=21 => {
                let label = self.label();
                self.open.push(label);
                let body = self.block(inner, 6, false);
                self.open.pop();
                Ex::Block {
                    label,
                    result: None,
                    body,
                }
            }
            _ => self.bounded_loop(inner),
        }
    }

    /// A loop that is left when the fuel is used up.
    fn bounded_loop(&mut self, depth: usize) -> Ex {
        let [out, again] = [self.label(), self.label()];
        let fuel = || Ex::Get(local(FUEL));
        let mut body = vec![
            Ex::Set(
                local(FUEL),
                Box::new(num(NumOp::I32Add, [fuel(), Ex::I32(1)])),
            ),
            Ex::BrIf(out, Box::new(num(NumOp::I32GtU, [fuel(), Ex::I32(12)]))),
        ];
        self.open.extend([out, again]);
        if self.below(2) == 0 {
            body.push(Ex::BrIf(out, Box::new(self.i32(1))));
        }
        body.extend(self.block(depth, 6, false));
        if self.below(3) > 0 {
            body.push(Ex::Br(again));
        }
        self.open.truncate(self.open.len() - 2);
        Ex::Block {
            label: out,
            result: None,
            body: vec![Ex::Loop { label: again, body }],
        }
    }
}
