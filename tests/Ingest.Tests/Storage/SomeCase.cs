using System.Globalization;
using Ingest.Cases;

namespace Ingest.Tests.Storage;

/// <summary>One made-up case row for tests; what is not set is unknown or empty. No row is a person.</summary>
internal sealed class SomeCase
{
    /// <summary>The number as the partner writes it.</summary>
    public static string NumberOf(int number) => string.Create(CultureInfo.InvariantCulture, $"DOSYA-{number:D7}");

    /// <summary>Stands for the case number; two rows of one value have one case key.</summary>
    public int Case { get; init; }

    /// <summary>Stands for the person; 0 gives no match key.</summary>
    public int Person { get; init; }

    public short Registered { get; init; } = Quarter.Pack(2025, 1);

    public short Identified { get; init; } = Quarter.None;

    public short ServiceDate { get; init; } = Quarter.None;

    public short PermitDate { get; init; } = Quarter.None;

    public short ReturnDate { get; init; } = Quarter.None;

    public bool RegisteredYearOnly { get; init; }

    public Dictionary<CaseColumn, string> Codes { get; init; } = [];

    public Dictionary<SetColumn, string[]> Sets { get; init; } = [];

    public HashSet<SetColumn> NotCollected { get; init; } = [];
}
