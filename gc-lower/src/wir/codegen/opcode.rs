//! Opcodes of numeric instructions.

use wrc_base::SmallVec;

use crate::wir::ir::NumOp;

/// [`NumOp`] stands in the order of the specification: each run of
/// consecutive opcodes starts at one of these.
const RUNS: [(NumOp, u8); 5] = [
    (NumOp::I32Eqz, 0x45),
    (NumOp::I64ExtendI32S, 0xac),
    (NumOp::I32Extend8S, 0xc0),
    (NumOp::F32ConvertI32S, 0xb2),
    (NumOp::I32ReinterpretF32, 0xbc),
];

/// The instruction.
pub(super) fn bytes(op: NumOp) -> SmallVec<[u8; 2]> {
    let saturating = NumOp::I32TruncSatF32S as u8..=NumOp::I64TruncSatF64U as u8;
    let number = op as u8;
    if saturating.contains(&number) {
        return SmallVec::from_slice(&[0xfc, number - saturating.start()]);
    }
    let runs = RUNS.iter().filter(|(first, _)| *first as u8 <= number);
    let (first, opcode) = runs
        .max_by_key(|(first, _)| *first as u8)
        .expect("one starts at 0");
    SmallVec::from_slice(&[opcode + (number - *first as u8)])
}
