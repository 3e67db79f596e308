using Gongkai.App.Commands;

return await Terminal.Run(args);

/// <summary>The entry point, named so that tests can start what it starts.</summary>
public partial class Program;
