#!/bin/sh
LOG_LEVEL=error exec kafka-run-class.sh org.apache.kafka.tools.TopicCommand "$@"
