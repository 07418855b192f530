namespace Ingest.Reading;

/// <summary>How exactly a date is known.</summary>
internal enum DatePrecision : byte
{
    None,
    Year,
    Quarter,
    Day,
}
