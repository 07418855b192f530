using Hangfire.Common;
using Hangfire.States;

namespace Host.Jobs;

/// <summary>Outermost guard of the job store: whatever exception a job is to be failed with, a coded one takes its place.</summary>
internal sealed class CodedFailureFilter : JobFilterAttribute, IElectStateFilter
{
    public void OnStateElection(ElectStateContext context)
    {
        if (context.CandidateState is FailedState { Exception: not CodedJobException } failed)
        {
            context.CandidateState = new FailedState(new CodedJobException(failed.Exception.GetType().Name));
        }
    }
}
