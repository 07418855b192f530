using Host.Outcomes;
using Host.Tests.Support;

namespace Host.Tests.Workflow;

public sealed class DraftTableTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void SecondDraft_SupersedesTheFirst()
    {
        var first = _some.Draft();
        var second = _some.Draft();
        Assert.Equal(("2025-Q4.1-d1", "2025-Q4.1-d2"), (first.DraftId, second.DraftId));
        Assert.Equal(second.DraftId, Assert.Single(_some.Host.Drafts.Open()).DraftId);
        Assert.Equal(second.DraftId, _some.Host.Drafts.Find("2025-Q4.1")!.DraftId);
    }

    [Fact]
    public void ApprovedDraft_IsNotSuperseded()
    {
        var first = _some.Draft();
        Assert.Null(_some.Host.Approvals.Add(first, "approver").Failure);
        var refused = _some.Host.Drafts.Add(first with { DraftId = "2025-Q4.1-d2", Number = 2 }).Failure;
        Assert.Equal(("DraftApproved", ExitCode.Conflict), (refused!.Code, refused.Exit));
    }

    [Fact]
    public void DrafterApproves_RefusedAsNotPermitted_AndAudited()
    {
        _some.User("drafter", Host.Security.Role.Approver);
        var refused = _some.Host.Approvals.Add(_some.Draft(), "drafter").Failure;
        Assert.Equal(("FourEyes", ExitCode.NotPermitted), (refused!.Code, refused.Exit));
        Assert.Null(_some.Host.Audit.FindBreak());
    }

    [Fact]
    public void ApprovedTwiceByOne_IsAConflict()
    {
        var draft = _some.Draft();
        Assert.Null(_some.Host.Approvals.Add(draft, "approver").Failure);
        Assert.Equal("ApprovedAlready", _some.Host.Approvals.Add(draft, "approver").Failure!.Code);
    }
}
