//@ uuid = { version = "1", features = ["v5"] }

use uuid::Uuid;

fn main() -> Result<(), uuid::Error> {
    let id = Uuid::parse_str("67e55044-10b1-426f-9247-bb680e5fe0c8")?;
    println!("{id} {} {:?}", id.simple(), id.get_version());
    println!("{}", Uuid::new_v5(&Uuid::NAMESPACE_DNS, b"example.org"));
    println!("{:x?}", id.as_fields());
    println!(
        "{}",
        Uuid::parse_str("67e55044-10b1-426f-9247").unwrap_err()
    );
    println!("{}", Uuid::from_u128(1) < id);
    Ok(())
}
