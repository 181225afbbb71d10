package dev.kafkalab.grader.handin.mend;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts the files of a module into a draft, the Java sources as the compiler wants them. */
final class SourceMending {

  private final StudentFiles files;
  private final ModulePlace module;
  private final Draft draft;
  private final Map<String, Integer> encodings = new TreeMap<>();
  private int withPrefix;
  private int flat;

  SourceMending(StudentFiles files, ModulePlace module, Draft draft) {
    this.files = files;
    this.module = module;
    this.draft = draft;
  }

  void takeAll() throws IOException, Unreadable {
    for (String path : files.paths()) {
      if (!module.has(path)) {
        continue;
      }
      if (!module.isMaven() && ModuleSearch.isBesideSources(path, module.sources())) {
        leaveOut(path);
      } else if (module.hasSource(path)) {
        takeSource(path);
      } else {
        draft.copy(path, Steps.below(module.folder(), path));
      }
    }
    encodings.forEach(
        (mending, count) -> draft.remark(Remark.mended(counted(count, "file") + ": " + mending)));
    if (withPrefix > 0) {
      draft.remark(Remark.read("the platform's prefix taken from " + counted(withPrefix, "name")));
    }
  }

  /** Returns whether a name was changed that nobody has to mend. */
  boolean hasRenamed() {
    return withPrefix > 0;
  }

  /** Returns how many sources come into the folder of their package if the draft is written. */
  int flat() {
    return flat;
  }

  /** Without Java in it nothing would be compiled anyway. */
  private void leaveOut(String path) {
    if (FileNames.isJava(path)) {
      String beside = Steps.below(Steps.folderOf(module.sources()), path);
      draft.remark(Remark.mended("'%s/' beside 'src' left out".formatted(Steps.of(beside).get(0))));
    }
  }

  private void takeSource(String path) throws IOException, Unreadable {
    Text text = files.text(path);
    String name = nameOf(path, text.content());
    if (files.wasNotNfc(path)) {
      draft.remark(Remark.mended("file names in NFC"));
    }
    String target = target(path, name);
    if (Steps.folderOf(path).equals(module.sources())) {
      target = inItsPackage(name, text.content(), target);
    }
    if (text.isMended()) {
      encodings.merge(text.mending(), 1, Integer::sum);
      draft.decode(path, target);
    } else {
      draft.copy(path, target);
    }
  }

  private String inItsPackage(String name, String source, String flatTarget) {
    String packages = JavaHead.packageFolder(source);
    if (packages.isEmpty()) {
      return flatTarget;
    }
    flat++;
    return Steps.join(Steps.join(Steps.folderOf(flatTarget), packages), name);
  }

  /** Another name is only right if the file declares the class that it names. */
  private String nameOf(String path, String source) {
    String name = Steps.nameOf(path);
    String plain = FileNames.withoutPrefix(name);
    if (!plain.equals(name) && declaresItsName(source, FileNames.withoutNumber(plain))) {
      withPrefix++;
    } else {
      plain = name;
    }
    String single = FileNames.withoutNumber(plain);
    if (!single.equals(plain) && declaresItsName(source, single)) {
      draft.remark(Remark.mended("'%s' renamed '%s'".formatted(plain, single)));
      return single;
    }
    return plain;
  }

  private static boolean declaresItsName(String source, String name) {
    int ending = name.lastIndexOf('.');
    return ending > 0
        && (name.equals("package-info.java")
            || JavaHead.declares(source, name.substring(0, ending)));
  }

  private String target(String path, String name) {
    return Steps.join(Steps.folderOf(Steps.below(module.folder(), path)), name);
  }

  private static String counted(int count, String noun) {
    return String.format(Locale.ROOT, "%d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
