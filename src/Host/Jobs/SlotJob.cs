using System.Globalization;
using Host.Outcomes;

namespace Host.Jobs;

/// <summary>The one job there is: does what a due slot asks for. Its argument is the slot's id.</summary>
internal sealed class SlotJob(SlotRunner runner)
{
    public async Task RunAsync(string slotId, CancellationToken cancellationToken)
    {
        Thread.CurrentThread.CurrentCulture = CultureInfo.InvariantCulture;
        Thread.CurrentThread.CurrentUICulture = CultureInfo.InvariantCulture;
        string? code;
        try
        {
            code = (await runner.RunAsync(slotId, cancellationToken)).Failure?.Code;
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        catch (Exception exception)
        {
            code = SystemFailure.Of(exception)?.Code ?? exception.GetType().Name;
            runner.Fault(slotId, code);
        }

        if (code is not null)
        {
            throw new CodedJobException(code);
        }
    }
}
