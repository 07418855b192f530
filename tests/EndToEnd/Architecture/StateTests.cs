using System.Reflection;
using System.Runtime.CompilerServices;
using Xunit;

namespace EndToEnd.Architecture;

/// <summary>Nothing is remembered behind the back of a caller, and nothing is open to extension that was not meant to be.</summary>
public sealed class StateTests
{
    private const BindingFlags Statics = BindingFlags.DeclaredOnly | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    [Fact]
    public void StaticField_IsReadOnly()
    {
        var mutable =
            from assembly in OwnAssemblies.All
            from type in assembly.WrittenTypes()
            from field in type.GetFields(Statics)
            where !field.IsInitOnly && !field.IsLiteral && !field.IsDefined(typeof(CompilerGeneratedAttribute))
            select $"{type.FullName}.{field.Name}";
        Assert.Empty(mutable);
    }

    [Fact]
    public void StaticProperty_HasNoSetter()
    {
        var settable =
            from assembly in OwnAssemblies.All
            from type in assembly.WrittenTypes()
            from property in type.GetProperties(Statics)
            where property.SetMethod is not null
            select $"{type.FullName}.{property.Name}";
        Assert.Empty(settable);
    }

    [Fact]
    public void Class_IsSealedUnlessSomethingOfOursDerivesFromIt()
    {
        var bases = OwnAssemblies.All.SelectMany(a => a.GetTypes()).Select(t => t.BaseType).OfType<Type>()
            .Select(b => b.IsGenericType ? b.GetGenericTypeDefinition() : b).ToHashSet();
        var open =
            from assembly in OwnAssemblies.All
            from type in assembly.WrittenTypes()
            where type.IsClass && !type.IsSealed && !type.IsAbstract && !bases.Contains(type)
            select type.FullName into name
            where name != "Program"
            select name;
        Assert.Empty(open);
    }
}
