using Host.Samples.Partners;
using Host.Samples.Shapes;

namespace Host.Samples.Traps;

/// <summary>Where a case was written, and under which number.</summary>
internal sealed record Reported(SamplePartner Partner, CaseLocation Location, string CaseNumber);
