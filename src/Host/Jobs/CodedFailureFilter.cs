using Hangfire.Common;
using Hangfire.Server;

namespace Host.Jobs;

/// <summary>
/// Outermost guard of the job store: whatever exception leaves a job, a coded one takes its place before the store sees it. (To replace the failed state
/// when it is elected would be too late: the store keeps the replaced one in its history.)
/// </summary>
internal sealed class CodedFailureFilter : JobFilterAttribute, IServerFilter
{
    public void OnPerforming(PerformingContext context)
    {
    }

    public void OnPerformed(PerformedContext context)
    {
        if (context.Exception is { } exception and not CodedJobException && !context.ExceptionHandled)
        {
            context.ExceptionHandled = true;
            var cause = exception is JobPerformanceException { InnerException: { } inner } ? inner : exception;
            throw cause as CodedJobException ?? new CodedJobException(cause.GetType().Name);
        }
    }
}
