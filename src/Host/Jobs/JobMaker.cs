using Hangfire;

namespace Host.Jobs;

/// <summary>Makes the two kinds of jobs.</summary>
internal sealed class JobMaker(SlotRunner runner, Doors.FolderWatch? watch) : JobActivator
{
    public override object ActivateJob(Type jobType) =>
        jobType == typeof(SlotJob) ? new SlotJob(runner)
        : jobType == typeof(FolderJob) && watch is not null ? new FolderJob(watch)
        : throw new CodedJobException("JobUnknown");
}
