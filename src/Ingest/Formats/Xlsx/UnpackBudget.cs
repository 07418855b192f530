namespace Ingest.Formats.Xlsx;

/// <summary>What may still be unpacked from an archive, in bytes.</summary>
internal sealed class UnpackBudget(long bytes)
{
    private long left = bytes;

    public void Spend(int spent)
    {
        left -= spent;
        if (left < 0)
        {
            throw new WorkbookRefusedException(Rules.RuleCode.ArchiveTooLarge);
        }
    }
}
