using Ingest.Counting.Kernel;

namespace Ingest.Counting;

/// <summary>Renumbers texts that were numbered as they came, in ordinal order.</summary>
internal static class GatheredTexts
{
    public static (KeyColumn Digits, IReadOnlyList<string> Texts) Finish(List<int> gathered, Dictionary<string, int> numberOfText)
    {
        string[] texts = [.. numberOfText.Keys.Order(StringComparer.Ordinal)];
        int[] digit = new int[texts.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            digit[numberOfText[texts[i]]] = i;
        }

        int[] digits = new int[gathered.Count];
        for (int row = 0; row < digits.Length; row++)
        {
            digits[row] = digit[gathered[row]];
        }

        return (new IntKeyColumn(digits, Math.Max(1, texts.Length)), texts);
    }
}
