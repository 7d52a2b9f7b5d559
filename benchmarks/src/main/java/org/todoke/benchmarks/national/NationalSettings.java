package org.todoke.benchmarks.national;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.todoke.benchmarks.nation.NationSize;

/**
 * How the nation is to be measured.
 *
 * @param root folder of the project
 * @param home folder for everything that is made, on the disk that is to be measured; dropped at
 *     the end
 * @param portOffset of the stack, so that it does not meet another one
 * @param load how the suite comes to know the nation
 * @param corporations how they pass it on
 * @param warmUp establishments that are written to and acknowledge before anything is measured
 * @param connections of the forwarders, of the establishments and of the commit loop
 * @param acknowledgements at most; fewer where there are fewer establishments
 * @param queriesPerSecond of those who look at the figures
 * @param loop how long the commit loop runs
 * @param flowable numbers of recipients; none to leave it out
 * @param flowableAtMost for each of its measurements
 * @param atMost after which the whole is given up
 */
public record NationalSettings(
    Path root,
    Path home,
    NationSize size,
    long seed,
    int portOffset,
    Load load,
    Corporations corporations,
    int warmUp,
    int connections,
    int acknowledgements,
    double queriesPerSecond,
    Duration loop,
    List<Integer> flowable,
    Duration flowableAtMost,
    Duration atMost) {

  /** How the suite comes to know the nation. */
  public enum Load {
    /** Its organisations are told on the registry's topic. */
    DIRECT,
    /** The registry imports the list, as a registrar would have it done. */
    IMPORT
  }

  /** How corporations pass a notice on to their establishments. */
  public enum Corporations {
    /** By what they have laid down once. */
    INSTRUCTION,
    /** Each by a call of its own. */
    API
  }

  public NationalSettings {
    flowable = List.copyOf(flowable);
  }
}
