namespace Host.Recovery;

/// <summary>A line of the journal.</summary>
/// <param name="Seq">From 1.</param>
/// <param name="Kind"><see cref="Consent"/>, <see cref="Release"/> or <see cref="Heads"/>.</param>
/// <param name="Subject">Id of the withdrawal or of the release; the day.</param>
/// <param name="At">When it was written.</param>
/// <param name="Fields">By kind: what the entry is about.</param>
/// <param name="Key">Id of the key of the chain.</param>
/// <param name="Link">HMAC-SHA256 (hex) over the link before and everything else of the line.</param>
internal sealed record JournalEntry(long Seq, string Kind, string Subject, string At, IReadOnlyList<string> Fields, string Key, string Link)
{
    /// <summary>A consent that was withdrawn: partner, mark, day, reason, who entered it, when.</summary>
    public const string Consent = "consent";

    /// <summary>A release that was published: its seal.</summary>
    public const string Release = "release";

    /// <summary>Where the audit chains ended on a day: number and link of the workflow's last entry, and of the case store's.</summary>
    public const string Heads = "heads";

    // A mark stands for a person.
    public override string ToString() => $"{Kind} {Subject}";
}
