using Host.Doors;
using Host.Outcomes;

namespace Host.Jobs;

/// <summary>Takes what lies ready in a partner's watched folder. Its argument is the partner's id.</summary>
internal sealed class FolderJob(FolderWatch watch)
{
    public async Task RunAsync(string partnerId, CancellationToken cancellationToken)
    {
        string? code;
        try
        {
            code = (await watch.TakeAsync(partnerId, cancellationToken)).Failure?.Code;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            code = SystemFailure.Of(exception)?.Code ?? exception.GetType().Name;
        }

        if (code is not null)
        {
            throw new CodedJobException(code);
        }
    }
}
