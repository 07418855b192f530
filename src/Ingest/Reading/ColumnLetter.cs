namespace Ingest.Reading;

/// <summary>Letters columns as spreadsheets do: A, …, Z, AA, …</summary>
internal static class ColumnLetter
{
    /// <param name="column">From 0.</param>
    public static string Of(int column)
    {
        string letters = "";
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        {
            letters = (char)('A' + ((rest - 1) % 26)) + letters;
        }

        return letters;
    }
}
