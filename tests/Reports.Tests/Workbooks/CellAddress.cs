using System.Globalization;

namespace Reports.Tests.Workbooks;

/// <summary>Row and column, from 1, of a reference such as B7.</summary>
internal readonly record struct CellAddress
{
    public CellAddress(string reference)
    {
        var letters = reference.TakeWhile(char.IsAsciiLetterUpper).ToArray();
        Column = letters.Aggregate(0, (c, l) => (c * 26) + l - 'A' + 1);
        Row = int.Parse(reference.AsSpan(letters.Length), CultureInfo.InvariantCulture);
    }

    public int Row { get; }

    public int Column { get; }
}
