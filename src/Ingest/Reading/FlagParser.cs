using System.Text;
using Ingest.Gate;
using Ingest.Profiles;
using Ingest.Rules;
using Ingest.Schema;

namespace Ingest.Reading;

/// <summary>Reads answers in the words of a profile; words for yes and no go before words for missing, since <c>-</c> may be either.</summary>
internal sealed class FlagParser
{
    private readonly WordSet yes;
    private readonly WordSet no;
    private readonly WordSet missing;
    private readonly WordSet notCollected;

    public FlagParser(ProfileFile profile)
    {
        yes = new WordSet([.. profile.Yes, "TRUE"]);
        no = new WordSet([.. profile.No, "FALSE"]);
        missing = new WordSet(profile.Missing);
        notCollected = new WordSet(profile.NotCollected);
    }

    public FlagCell Parse(ReadOnlySpan<byte> utf8)
    {
        string text = Encoding.UTF8.GetString(utf8);
        string folded = LabelFold.Fold(text);
        if (yes.Contains(folded))
        {
            return FlagCell.Of(yes: true);
        }

        if (no.Contains(folded))
        {
            return FlagCell.Of(yes: false);
        }

        if (folded.Length == 0 || missing.Contains(folded))
        {
            return FlagCell.Without(CellState.Unknown);
        }

        if (notCollected.Contains(folded))
        {
            return FlagCell.Without(CellState.NotCollected);
        }

        RuleCode identifier = IdentifierScan.Find(text);
        return FlagCell.Wrong(identifier is RuleCode.None ? RuleCode.AnswerUnknown : identifier);
    }
}
