/**
 * `import "./side"` of a file that exports nothing. For TypeScript that file is a script and no module, so it does not
 * count among the files that a cell depends on, and tslab would not compile it.
 */
import type { BuilderProgram, Program, SourceFile } from "@tslab/typescript-for-tslab";

/** What TypeScript keeps with a file, and does not declare. */
type Resolved = SourceFile & { resolvedModules?: { forEach(look: (module: ResolvedModule | undefined) => void): void } };
type ResolvedModule = { resolvedFileName?: string; resolvedModule?: { resolvedFileName: string } };

/** Has a program say of these files too that a cell depends on them. */
export function followSideEffects(builder: BuilderProgram): void {
  const { getAllDependencies } = builder;
  const program = builder.getProgram();
  builder.getAllDependencies = (file) => {
    const all = new Set(getAllDependencies.call(builder, file));
    for (const name of all) for (const imported of importsOf(program, name)) all.add(imported);
    return [...all];
  };
}

function importsOf(program: Program, name: string): string[] {
  const file = program.getSourceFile(name) as Resolved | undefined;
  const names: string[] = [];
  if (file && !file.isDeclarationFile) {
    file.resolvedModules?.forEach((found) => {
      const path = (found?.resolvedModule ?? found)?.resolvedFileName;
      if (path !== undefined && !path.includes("/node_modules/") && !path.endsWith(".d.ts")) names.push(path);
    });
  }
  return names;
}
