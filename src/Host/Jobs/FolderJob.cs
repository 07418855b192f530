using Host.Doors;

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
            throw new CodedJobException(exception.GetType().Name);
        }

        if (code is not null)
        {
            throw new CodedJobException(code);
        }
    }
}
