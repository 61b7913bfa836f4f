@echo off
rem run                 open the program
rem run test [...]      run the tests
rem run WORDS           one command of app.py; run --help lists them
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
set "VENV=%~dp0.venv"
set "IN_VENV=%VENV%\Scripts\python.exe"

if not defined PYTHON for %%V in (3.11 3.12 3.13) do (
    if not defined PYTHON py -%%V -c "" >nul 2>nul && set "PYTHON=py -%%V"
)
if not defined PYTHON set "PYTHON=python"
%PYTHON% -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))" >nul 2>nul
if errorlevel 1 (
    echo 需要 Python 3.11、3.12 或 3.13，本机没有找到。装好后再运行。
    exit /b 1
)

rem made-from is a copy of the lock, written last: a half-made environment has none
fc /b "%~dp0requirements.lock" "%VENV%\made-from" >nul 2>nul
if errorlevel 1 (
    echo 正在准备运行环境，网络通畅时一两分钟……
    %PYTHON% -m venv --clear "%VENV%" || exit /b 1
    "%IN_VENV%" -m pip install --quiet --disable-pip-version-check --no-input --require-hashes --only-binary :all: -r "%~dp0requirements.lock" || (
        echo 运行环境没有装完，原因见上面。请检查网络或 pip 的镜像设置后再运行。
        exit /b 1
    )
    copy /y "%~dp0requirements.lock" "%VENV%\made-from" >nul || exit /b 1
    echo 运行环境已就绪。
)

if "%~1"=="test" (
    cd /d "%~dp0"
    set "QT_QPA_PLATFORM=offscreen"
    "%IN_VENV%" -c "import sys, pytest; sys.exit(pytest.main([*sys.argv[2:], '-m', 'not outside']))" %*
) else (
    "%IN_VENV%" "%~dp0app.py" %*
)
exit /b %errorlevel%
