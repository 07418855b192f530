using Hangfire.Common;

namespace Host.Jobs;

/// <summary>
/// The filters of our jobs, instead of the library's defaults: those replay the culture of whoever enqueued, and retry every failure ten times. Here a
/// job has no culture but the one it names, and whether to try again is decided by the table of due slots.
/// </summary>
internal static class JobFilters
{
    public static JobFilterProviderCollection New()
    {
        var filters = new JobFilterCollection { new CodedFailureFilter() };
        return new JobFilterProviderCollection(filters);
    }
}
