namespace Ingest.Gate;

/// <summary>A passport number as most countries build it: one or two letters and six to nine digits, alone in a word.</summary>
internal static class PassportNumber
{
    public static bool Occurs(ReadOnlySpan<char> text)
    {
        foreach (Range part in text.SplitAny(" ,;:/()\t"))
        {
            ReadOnlySpan<char> word = text[part];
            int letters = 0;
            while (letters < word.Length && char.IsAsciiLetter(word[letters]))
            {
                letters++;
            }

            int digits = word.Length - letters;
            if (letters is 1 or 2 && digits is >= 6 and <= 9 && !word[letters..].ContainsAnyExceptInRange('0', '9'))
            {
                return true;
            }
        }

        return false;
    }
}
