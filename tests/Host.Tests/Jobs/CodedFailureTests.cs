using System.Globalization;
using System.Reflection;
using Hangfire;
using Hangfire.Common;
using Hangfire.States;
using Host.Jobs;
using Host.Tests.Support;

namespace Host.Tests.Jobs;

/// <summary>The job store keeps and shows what an exception says, so no exception but a coded one may reach it.</summary>
public sealed class CodedFailureTests
{
    private const string Canary = "canary-1998-Özbekistan";

    [Fact]
    public void FailedJob_LeavesNoTextOfItsExceptionInTheStore()
    {
        using var server = new JobServer(new FailingMaker(), newTicker: null, TimeSpan.FromSeconds(1));
        var id = server.Client.Create(Job.FromExpression<Failing>(j => j.Fail("a-slot")), new EnqueuedState());
        var details = Wait(server, id, "Failed");
        var text = string.Join('\n', details.History.SelectMany(h => h.Data.Values.Append(h.Reason)));
        Assert.Contains(nameof(InvalidOperationException), text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
        Assert.Single(details.History, h => h.StateName == "Processing");
    }

    [Fact]
    public void Culture_OfTheCaller_IsNotCarriedIntoTheJob()
    {
        using var server = new JobServer(new FailingMaker(), newTicker: null, TimeSpan.FromSeconds(1));
        var id = server.Client.Create(Job.FromExpression<Failing>(j => j.Fail("a-slot")), new EnqueuedState());
        Assert.DoesNotContain(Wait(server, id, "Failed").Properties.Keys, k => k.Contains("Culture", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryJob_TakesIdsOnly()
    {
        var jobs = typeof(SlotJob).Assembly.GetTypes().Where(t => t.Namespace == "Host.Jobs" && t.Name.EndsWith("Job", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["FolderJob", "SlotJob"], jobs.Select(t => t.Name).Order(StringComparer.Ordinal));
        var parameters = jobs.SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)).SelectMany(m => m.GetParameters());
        Assert.All(parameters, p => Assert.True(p.ParameterType == typeof(CancellationToken) || (p.ParameterType == typeof(string) && p.Name!.EndsWith("Id", StringComparison.Ordinal)), p.Name));
    }

    private static Hangfire.Storage.Monitoring.JobDetailsDto Wait(JobServer server, string id, string state)
    {
        for (var i = 0; i < 600; i++)
        {
            var details = server.Storage.GetMonitoringApi().JobDetails(id);
            if (details.History.Any(h => h.StateName == state))
            {
                return details;
            }

            Thread.Sleep(50);
        }

        throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Job {id} did not reach {state}."));
    }

    public sealed class Failing
    {
        public void Fail(string slotId) => throw new InvalidOperationException($"{Canary} {slotId}", new FormatException(Canary));
    }

    private sealed class FailingMaker : JobActivator
    {
        public override object ActivateJob(Type jobType) => new Failing();
    }
}
