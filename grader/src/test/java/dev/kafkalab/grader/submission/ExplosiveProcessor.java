package dev.kafkalab.grader.submission;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.lang.model.element.TypeElement;

/** Breaks any compilation that runs it. */
@SupportedAnnotationTypes("*")
public class ExplosiveProcessor extends AbstractProcessor {

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    throw new IllegalStateException("an annotation processor was run");
  }
}
