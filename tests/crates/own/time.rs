//@ time = { version = "0.3", features = ["formatting", "parsing", "macros"] }

use time::{
    Date, Duration, Month, OffsetDateTime,
    format_description::well_known::Rfc3339,
    macros::{date, datetime},
};

fn main() -> Result<(), time::Error> {
    let start = date!(2024 - 02 - 28);
    println!(
        "{} {} {}",
        start + Duration::days(2),
        start.weekday(),
        start.ordinal()
    );
    println!(
        "{}",
        datetime!(2000-01-01 0:00 UTC) - datetime!(1999-12-25 18:30 UTC)
    );
    let parsed = OffsetDateTime::parse("2020-05-17T08:30:00+05:30", &Rfc3339)?;
    println!(
        "{} {}",
        parsed.unix_timestamp(),
        parsed.to_offset(time::UtcOffset::UTC)
    );
    println!("{}", parsed.format(&Rfc3339)?);
    println!(
        "{:?}",
        Date::from_calendar_date(2023, Month::February, 29).map_err(|it| it.to_string())
    );
    Ok(())
}
