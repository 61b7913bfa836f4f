@echo off
rem On a Windows machine with Python 3.11 and NSIS: the one command that makes the installer.
cd /d "%~dp0..\.."
py -3.11 -m venv .build || exit /b 1
.build\Scripts\python -m pip install --require-hashes --only-binary :all: -r requirements.lock -r installer\pyinstaller.lock || exit /b 1
.build\Scripts\python installer\build.py windows -o dist
