namespace Host.Jobs;

/// <summary>
/// The only exception that reaches the job store, which keeps and shows what an exception says. It has a code and no cause: the cause is dropped on
/// purpose, since it may quote what it choked on.
/// </summary>
internal sealed class CodedJobException(string code) : Exception(code)
{
    public string Code { get; } = code;
}
