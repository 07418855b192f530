using Dapper;
using Host.Outcomes;
using Host.Security;
using Host.Tests.Support;
using Microsoft.Data.Sqlite;

namespace Host.Tests.Security;

public sealed class UserTableTests : IDisposable
{
    private readonly SomeInstallation _some = new();

    public void Dispose() => _some.Dispose();

    [Fact]
    public void RightCredentialAndRole_Passes() => Assert.Null(Check("approver", SomeInstallation.Credential, Role.Approver));

    [Theory]
    [InlineData("approver", "not the credential")]
    [InlineData("nobody", SomeInstallation.Credential)]
    [InlineData("schedule", "")]
    [InlineData("APPROVER", SomeInstallation.Credential)]
    public void UnknownUserAndWrongCredential_LookAlike(string user, string credential)
    {
        var failure = Check(user, credential, Role.Approver);
        Assert.Equal(("CredentialRefused", ExitCode.NotPermitted), (failure!.Code, failure.Exit));
    }

    [Fact]
    public void RightCredentialWithoutTheRole_IsRefused() => Assert.Equal("RoleMissing", Check("drafter", SomeInstallation.Credential, Role.Approver)!.Code);

    [Fact]
    public void FiveWrongCredentials_LockForAQuarterOfAnHour()
    {
        for (var i = 0; i < 5; i++)
        {
            Check("approver", "wrong", Role.Approver);
        }

        Assert.Equal("CredentialRefused", Check("approver", SomeInstallation.Credential, Role.Approver)!.Code);
        _some.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Null(Check("approver", SomeInstallation.Credential, Role.Approver));
    }

    [Fact]
    public void DisabledUser_IsRefused()
    {
        Assert.Null(_some.Host.Roles.Disable("approver", "test").Failure);
        Assert.NotNull(Check("approver", SomeInstallation.Credential, Role.Approver));
    }

    [Theory]
    [InlineData("short")]
    [InlineData("")]
    public void ShortCredential_IsNotTaken(string credential) => Assert.Equal("CredentialShort", _some.Host.Users.Put("new-user", credential, [Role.Analyst], "test").Failure!.Code);

    [Theory]
    [InlineData("Ayşe")]
    [InlineData("a")]
    [InlineData("two words")]
    public void IdOutsideItsAlphabet_IsNotTaken(string id) =>
        Assert.Equal("UserIdWrong", _some.Host.Users.Put(id, SomeInstallation.Credential, [Role.Analyst], "test", 1000).Failure!.Code);

    [Theory]
    [InlineData("auditor", "analyst")]
    [InlineData("operator", "auditor")]
    public void Auditor_HasNoOtherRole_WhoeverWritesIt(string first, string second)
    {
        Role[] both = [RoleName.Read(first)!.Value, RoleName.Read(second)!.Value];
        Assert.Equal("AuditorRoleAlone", _some.Host.Users.Put("new-user", SomeInstallation.Credential, both, "test", 1000).Failure!.Code);
        Assert.Equal("AuditorRoleAlone", _some.Host.Roles.Set("publisher", both, null, "test").Failure!.Code);

        _some.User("new-user", both[0]);
        using var connection = _some.Host.Database.Connect();
        var refused = Assert.Throws<SqliteException>(() => connection.Execute("INSERT INTO user_roles (user_id, role) VALUES ('new-user', @second)", new { second }));
        Assert.Contains("auditor-alone", refused.Message, StringComparison.Ordinal);
    }

    private Failure? Check(string user, string credential, Role role) => _some.Host.Users.Check(user, credential, role).Failure;
}
