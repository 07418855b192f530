using System.Reflection;
using Publication.Releases;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>What can be named from outside. A chart or a page can only show what it can name.</summary>
public sealed class PublicSurfaceTests
{
    private const BindingFlags Surface = BindingFlags.DeclaredOnly | BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    private static readonly string[] CaseWords =
        ["case", "cases", "microdata", "person", "record", "records", "witness", "witnesses", "certificate", "candidate", "truth", "partner", "partners"];

    public static TheoryData<string> SurfaceOwners => ["Publication", "Reports"];

    [Theory]
    [MemberData(nameof(SurfaceOwners))]
    public void PublicMember_MentionsOnlyTypesThatHoldNoCase(string assembly)
    {
        var strangers =
            from type in Assembly.Load(assembly).GetExportedTypes()
            from mentioned in TypesMentionedBy(type)
            where !IsHarmless(mentioned)
            select $"{type.FullName} mentions {mentioned.FullName}";
        Assert.Empty(strangers.Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(SurfaceOwners))]
    public void PublicType_IsNotNamedAfterACase(string assembly) =>
        Assert.DoesNotContain(Assembly.Load(assembly).GetExportedTypes(), t => Words.Of(t.Name).Intersect(CaseWords).Any());

    [Theory]
    [MemberData(nameof(SurfaceOwners))]
    public void PublicMemberAndParameter_AreNotNamedAfterACase(string assembly)
    {
        string[] words = ["case", "cases", "microdata", "victim", "victims"];
        var named =
            from type in Assembly.Load(assembly).GetExportedTypes()
            from member in type.GetMembers(Surface & ~BindingFlags.NonPublic)
            from name in (member is MethodBase method ? method.GetParameters().Select(p => p.Name ?? "") : []).Append(member.Name)
            where Words.Of(name).Intersect(words).Any()
            select $"{type.FullName}.{member.Name}: {name}";
        Assert.Empty(named.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Release_HasNoPublicWayIn()
    {
        foreach (var type in new[] { typeof(Release), typeof(VerifiedRelease), typeof(ApprovedRelease), typeof(ReleaseContent) })
            Assert.DoesNotContain(type.GetConstructors(Surface), c => c.IsPublic);
    }

    [Fact]
    public void EveryStageOfARelease_IsMadeInPublicationOnly()
    {
        Type[] guarded = [typeof(Release), typeof(VerifiedRelease), typeof(ApprovedRelease)];
        var makers =
            from assembly in OwnAssemblies.All
            where assembly != OwnAssemblies.Publication
            from use in CompiledCode.Uses(assembly)
            where use.Used is ConstructorInfo made && guarded.Contains(made.DeclaringType)
            select $"{use.User.FullName} makes a {use.Used.DeclaringType!.Name}";
        Assert.Empty(makers);
    }

    private static bool IsHarmless(Type type) =>
        type.IsGenericParameter
        || type.Assembly == typeof(object).Assembly
        || type.Assembly.GetName().Name!.StartsWith("System.", StringComparison.Ordinal)
        || ((type.Assembly == OwnAssemblies.Publication || type.Assembly == OwnAssemblies.Reports)
            && type.IsVisible && !Words.Of(type.Name).Intersect(CaseWords).Any());

    private static IEnumerable<Type> TypesMentionedBy(Type type)
    {
        var mentioned = new List<Type?> { type.BaseType };
        mentioned.AddRange(type.GetInterfaces());
        foreach (var member in type.GetMembers(Surface))
        {
            switch (member)
            {
                case MethodBase method when method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly:
                    mentioned.AddRange(method.GetParameters().Select(p => p.ParameterType));
                    mentioned.Add((method as MethodInfo)?.ReturnType);
                    break;
                case FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly:
                    mentioned.Add(field.FieldType);
                    break;
            }
        }

        return mentioned.OfType<Type>().SelectMany(Parts);
    }

    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
            return Parts(type.GetElementType()!);

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type.GetGenericTypeDefinition()) : [type];
    }
}
