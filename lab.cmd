@echo off
rem Starts the launcher, which is one Java file: finds Java, and says what an exit code of Java means.
rem Its guarantees: docs/architecture.md. The same for other systems: lab.
setlocal
if defined JAVA_HOME goto home
set "java=java"
where java >nul 2>nul
if errorlevel 1 goto no_java
goto start
:home
set "java=%JAVA_HOME%\bin\java.exe"
if not exist "%java%" goto wrong_home

:start
rem The launcher keeps its own classes, and with them a copy of the source that they were compiled from. A class path
rem cannot contain a semicolon.
set "root=%~dp0"
set "source=%root%launcher\src\main\java\dev\kafkalab\launcher\Lab.java"
set "classes=%root%grader\target\lab\launcher"
set "options=-Xmx64m -Xshare:auto -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable"
set "options=%options% -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8"
if not "%root:;=%"=="%root%" goto not_kept
fc /b "%source%" "%classes%\Lab.java" >nul 2>nul
if not errorlevel 1 goto kept
:not_kept
"%java%" %options% "-Dkafkalab.root=%root%." "-Dkafkalab.source=%source%" --source 17 "%source%" %*
goto ended
:kept
"%java%" %options% "-Dkafkalab.root=%root%." -cp "%classes%" dev.kafkalab.launcher.Lab %*

:ended
set "code=%ERRORLEVEL%"
for %%c in (0 2 3 4 129 130 143) do if "%code%"=="%%c" exit /b %%c
rem Java itself exits with 1 when it fails, so the grader uses 10.
if "%code%"=="10" exit /b 1
>&2 echo The grader itself failed, and no score counts: Java ended with exit code %code%.
if not "%code%"=="1" exit /b 4
>&2 echo Java 17 or newer is needed. This is:
>&2 "%java%" -version
exit /b 4

:wrong_home
>&2 echo JAVA_HOME is "%JAVA_HOME%", but "%java%" does not exist: set it to the folder of a JDK 17 or newer.
exit /b 4
:no_java
>&2 echo Java was not found: install a JDK 17 or newer, or set JAVA_HOME to its folder.
exit /b 4
