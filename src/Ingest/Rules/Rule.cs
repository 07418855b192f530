using Ingest.Schema;

namespace Ingest.Rules;

/// <summary>A rule of the register: its code, how bad a breach is, and what to tell a partner.</summary>
public sealed record Rule(RuleCode Code, Severity Severity, Label Text);
