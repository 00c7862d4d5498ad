//! What runs at instantiation: the literal array is made, then the program's
//! start functions run.

use wasm_encoder::Encode;
use wrc_base::Symbol;
use wrc_object::*;

use crate::{canon::Canon, literals::Literals, reach::Reach};

/// Up to here `array.new_fixed` in the global's initialiser is shorter than
/// a data segment and a start function.
const FIXED_LITERALS: usize = 8;

/// Adds the literal array and the start function to the program, and
/// returns what the start section names.
pub(crate) fn add(
    program: &mut Program,
    canon: &mut Canon,
    reach: &mut Reach,
    literals: &Literals,
) -> Option<FuncId> {
    let array = program
        .literal_array
        .filter(|(global, _)| reach.globals.contains_key(global));
    let mut unit = Unit::default();
    if let Some((global, ty)) = array {
        if literals.bytes.len() <= FIXED_LITERALS {
            let items = literals
                .bytes
                .iter()
                .map(|byte| GlobalInit::I32(i32::from(*byte)));
            program.globals[global].mutable = false;
            program.globals[global].init = GlobalInit::Array(ty, items.collect());
        } else {
            program.globals[global].mutable = true;
            program.globals[global].init = GlobalInit::Null(HeapTy::None);
            fill_literals(program, &mut unit, global, ty, &literals.bytes);
        }
    }
    if unit.code.is_empty() && program.start.len() <= 1 {
        return program.start.first().copied();
    }
    for func in &program.start {
        unit.code.push(0x10); // call
        relocate(&mut unit, RelocTarget::Func(*func));
    }
    unit.code.push(0x0b); // end
    let ty = start_type(program, canon);
    let name = Symbol::new("start");
    let func = program.funcs.push(Func {
        name,
        ty,
        kind: FuncKind::Unit(unit),
    });
    canon.funcs.push(func);
    reach.add_func(program, canon, func);
    Some(func)
}

fn fill_literals(
    program: &mut Program,
    unit: &mut Unit,
    global: GlobalId,
    ty: TypeId,
    bytes: &[u8],
) {
    let data = program.data.push(bytes.to_vec());
    unit.code.extend([0x41, 0x00, 0x41]); // i32.const 0, i32.const len
    (bytes.len() as i32).encode(&mut unit.code);
    unit.code.extend([0xfb, 0x09]); // array.new_data
    relocate(unit, RelocTarget::Type(ty));
    relocate(unit, RelocTarget::Data(data));
    unit.code.push(0x24); // global.set
    relocate(unit, RelocTarget::Global(global));
}

fn relocate(unit: &mut Unit, target: RelocTarget) {
    unit.relocs.push(Reloc {
        at: unit.code.len() as u32,
        target,
    });
}

fn start_type(program: &mut Program, canon: &mut Canon) -> TypeId {
    let kind = TypeDefKind::Func {
        params: Vec::new(),
        results: Vec::new(),
    };
    if let Some((ty, _)) = program.types.iter().find(|(_, def)| def.kind == kind) {
        return ty;
    }
    let ty = program.types.push(TypeDef {
        name: Symbol::new("start"),
        kind,
    });
    canon.types.push(ty);
    ty
}
