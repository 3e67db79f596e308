namespace Gongkai.Rigs.Tests;

/// <summary>Kills, power cuts, and a server that falls.</summary>
public sealed class FirstRow : RigTests
{
    [Theory]
    [InlineData("r1", 50)]
    [InlineData("r3", 300)]
    [InlineData("r3c", 40)]
    [InlineData("r10", 3)]
    public Task Nothing_is_lost(string rig, int size) => Holds(rig, size);

    [Theory]
    [InlineData("r1", 3)]
    [InlineData("r3", 60)]
    public Task What_is_planted_is_found(string rig, int size) => Finds(rig, size);
}
