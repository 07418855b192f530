using Ingest.Rules;

namespace Ingest.Formats.Xlsx;

/// <summary>Carries a refusal out of nested stream and XML readers; never leaves this folder.</summary>
internal sealed class WorkbookRefusedException : Exception
{
    public WorkbookRefusedException()
    {
    }

    public WorkbookRefusedException(string message)
        : base(message)
    {
    }

    public WorkbookRefusedException(string message, Exception inner)
        : base(message, inner)
    {
    }

    public WorkbookRefusedException(RuleCode rule, int row = 0)
        : base(rule.ToString()) => Fault = new FileFault(rule, row);

    public FileFault Fault { get; }
}
