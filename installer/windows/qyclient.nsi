; The installer for Windows 10 (1809) and newer: for one user, without an administrator.
; Defined by build.py: BUNDLE, the folder PyInstaller made; OUT, the file to write; VERSION.
Unicode true
SetCompressor /SOLID lzma
!include "MUI2.nsh"
!include "FileFunc.nsh"

!define NAME "社会组织登记与购买服务"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\qyclient"

Name "${NAME}"
OutFile "${OUT}"
RequestExecutionLevel user
InstallDir "$LOCALAPPDATA\Programs\qyclient"
InstallDirRegKey HKCU "Software\qyclient" "Folder"
VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "qyclient"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "FileDescription" "${NAME}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_RUN "$INSTDIR\qyclient.exe"
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

Section
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\_internal" ; what an older version left
  File /r "${BUNDLE}/*.*"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\qyclient.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\qyclient.exe"
  WriteRegStr HKCU "Software\qyclient" "Folder" "$INSTDIR"
  ; packages for another office open with the program
  WriteRegStr HKCU "Software\Classes\.qypkg" "" "qyclient.package"
  WriteRegStr HKCU "Software\Classes\qyclient.package" "" "民政数据包"
  WriteRegStr HKCU "Software\Classes\qyclient.package\shell\open\command" "" '"$INSTDIR\qyclient.exe" package read "%1"'
  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" $0
  WriteUninstaller "$INSTDIR\uninstall.exe"
SectionEnd

; The registers lie in the user's data folder or where the office chose, never in the program's:
; they stay.
Section "Uninstall"
  RMDir /r "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  DeleteRegKey HKCU "Software\Classes\.qypkg"
  DeleteRegKey HKCU "Software\Classes\qyclient.package"
  DeleteRegKey HKCU "Software\qyclient"
  DeleteRegKey HKCU "${KEY}"
SectionEnd
