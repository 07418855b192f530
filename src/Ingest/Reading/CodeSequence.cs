using Ingest.Cases;

namespace Ingest.Reading;

/// <summary>The codes of one set of one case in the partner's order, gathered from one cell or from many flags. Reused from row to row.</summary>
internal sealed class CodeSequence
{
    private readonly byte[] codes = new byte[64];
    private bool answered;
    private bool asked;

    public int Count { get; private set; }

    public ReadOnlySpan<byte> Codes => codes.AsSpan(0, Count);

    /// <summary>Bits of the codes and, where there are none, why.</summary>
    public ulong Bits { get; private set; }

    /// <summary>The set with the bit that says why it is empty.</summary>
    public ulong Packed => Bits != 0 || answered ? Bits : asked ? MissingCode.UnknownSet : MissingCode.NotCollectedSet;

    /// <summary>Whether a column said so much as "none".</summary>
    public bool IsAnswered => answered;

    public void Clear()
    {
        Count = 0;
        Bits = 0;
        answered = false;
        asked = false;
    }

    public void Add(byte code)
    {
        answered = true;
        if ((Bits >> code & 1) == 0)
        {
            codes[Count++] = code;
            Bits |= 1UL << code;
        }
    }

    public void AddUnknown() => asked = true;

    public void AddKnownNo() => answered = true;

    public override string ToString() => nameof(CodeSequence);
}
